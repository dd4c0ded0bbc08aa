#include "server/telemetry/metrics.hpp"

#include <prometheus/counter.h>
#include <prometheus/gauge.h>
#include <prometheus/histogram.h>
#include <prometheus/registry.h>
#include <prometheus/text_serializer.h>

namespace rejoinder::telemetry {

struct metrics::state {
    prometheus::Registry registry;
};

metrics::metrics()
    : state_(std::make_unique<state>())
{
}

metrics::~metrics() = default;

counter metrics::make_counter(const std::string& name, const std::string& help, const labels& with)
{
    auto& family = prometheus::BuildCounter().Name(name).Help(help).Register(state_->registry);
    return counter(&family.Add(with));
}

gauge metrics::make_gauge(const std::string& name, const std::string& help, const labels& with)
{
    auto& family = prometheus::BuildGauge().Name(name).Help(help).Register(state_->registry);
    return gauge(&family.Add(with));
}

histogram metrics::make_histogram(
    const std::string& name,
    const std::string& help,
    const std::vector<double>& bounds,
    const labels& with)
{
    auto& family = prometheus::BuildHistogram().Name(name).Help(help).Register(state_->registry);
    return histogram(&family.Add(with, bounds));
}

std::string metrics::exposition() const
{
    return prometheus::TextSerializer().Serialize(state_->registry.Collect());
}

void counter::increment(double by)
{
    static_cast<prometheus::Counter*>(implementation_)->Increment(by);
}

void gauge::set(double value)
{
    static_cast<prometheus::Gauge*>(implementation_)->Set(value);
}

void gauge::increment(double by)
{
    static_cast<prometheus::Gauge*>(implementation_)->Increment(by);
}

void gauge::decrement(double by)
{
    static_cast<prometheus::Gauge*>(implementation_)->Decrement(by);
}

void histogram::observe(double value)
{
    static_cast<prometheus::Histogram*>(implementation_)->Observe(value);
}

std::vector<double> latency_bounds()
{
    return {0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10};
}

}  // namespace rejoinder::telemetry
