#pragma once

#include <functional>
#include <map>
#include <memory>
#include <string>
#include <vector>

namespace rejoinder::telemetry {

using labels = std::map<std::string, std::string>;

/// A number that only grows. Thread-safe and cheap; keep it instead of asking for it each time.
class counter {
public:
    explicit counter(void* implementation)
        : implementation_(implementation)
    {
    }
    void increment(double by = 1);

private:
    void* implementation_;
};

/// A number that goes up and down.
class gauge {
public:
    explicit gauge(void* implementation)
        : implementation_(implementation)
    {
    }
    void set(double value);
    void increment(double by = 1);
    void decrement(double by = 1);

private:
    void* implementation_;
};

/// Durations or sizes, counted in buckets.
class histogram {
public:
    explicit histogram(void* implementation)
        : implementation_(implementation)
    {
    }
    void observe(double value);

private:
    void* implementation_;
};

/// All metrics of the process. Owned by the application; what it hands out lives as long as it.
/// Names are stable, begin with "rejoinder_" and end with their unit. Labels never hold what a
/// client sent, nor anything about a person.
class metrics {
public:
    metrics();
    ~metrics();
    metrics(const metrics&) = delete;
    metrics& operator=(const metrics&) = delete;

    counter make_counter(const std::string& name, const std::string& help, const labels& with = {});
    gauge make_gauge(const std::string& name, const std::string& help, const labels& with = {});

    /// `bounds` are the upper bounds of the buckets, rising.
    histogram make_histogram(
        const std::string& name,
        const std::string& help,
        const std::vector<double>& bounds,
        const labels& with = {});

    /// Everything in Prometheus' text format 0.0.4.
    std::string exposition() const;

private:
    struct state;
    std::unique_ptr<state> state_;
};

/// Upper bounds in seconds from half a millisecond to ten seconds, for the latency of a request.
std::vector<double> latency_bounds();

}  // namespace rejoinder::telemetry
