#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace rejoinder::model {

/// All times are kept in whole milliseconds since the epoch, UTC.
using timestamp = std::chrono::sys_time<std::chrono::milliseconds>;

/// The present moment of the system clock.
timestamp now();

/// RFC 3339 in UTC with milliseconds: "2026-10-01T09:15:00.123Z".
std::string to_rfc3339(timestamp time);

/// Reads what to_rfc3339 writes, and nothing else.
std::optional<timestamp> from_rfc3339(std::string_view text);

/// The beginning, in UTC, of the day that an RFC 3339 date or time is of, as its own zone counts
/// days: of "2026-10-01" and of "2026-10-01T09:15:00+02:00" the same. What follows the date is not
/// read.
std::optional<timestamp> day_of_rfc3339(std::string_view text);

}  // namespace rejoinder::model
