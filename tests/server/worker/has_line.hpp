#pragma once

#include "server/telemetry/metrics.hpp"

#include <string>

namespace rejoinder::tests {

/// Whether the page of metrics has exactly this line.
inline bool has_line(const telemetry::metrics& metrics, const std::string& line)
{
    return ("\n" + metrics.exposition()).find("\n" + line + "\n") != std::string::npos;
}

}  // namespace rejoinder::tests
