#pragma once

#include "server/telemetry/metrics.hpp"

#include <string_view>

namespace rejoinder::queue {

/// What appending came to. Several appenders may have their own: they count in the same series.
class queue_metrics {
public:
    /// The metrics must outlive this.
    explicit queue_metrics(telemetry::metrics& metrics);

    /// `outcome` is an answer of the submit script, or "unavailable".
    void count(std::string_view outcome);

    /// How long the answer of Redis took, in seconds, whatever it was.
    void observe_append(double seconds) { append_.observe(seconds); }

private:
    telemetry::counter queued_;
    telemetry::counter repeated_;
    telemetry::counter reused_;
    telemetry::counter full_;
    telemetry::counter limited_;
    telemetry::counter unavailable_;
    telemetry::histogram append_;
};

}  // namespace rejoinder::queue
