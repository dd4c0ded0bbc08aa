#include "server/intake/time_zone.hpp"

#include <unicode/timezone.h>
#include <unicode/ucal.h>

#include <chrono>
#include <stdexcept>
#include <utility>

namespace rejoinder::intake {

namespace {

constexpr std::int64_t day_ms = 24 * 60 * 60 * 1'000;
constexpr std::int64_t minute_ms = 60 * 1'000;

}  // namespace

std::optional<time_zone> time_zone::named(const std::string& name)
{
    std::shared_ptr<const icu::TimeZone> zone(
        icu::TimeZone::createTimeZone(icu::UnicodeString::fromUTF8(name)));
    icu::UnicodeString id;
    if (!zone || zone->getID(id) == UCAL_UNKNOWN_ZONE_ID)
        return std::nullopt;
    return time_zone(std::move(zone));
}

int time_zone::minute_of_day(model::timestamp time) const
{
    const auto since_epoch = time.time_since_epoch().count();
    std::int32_t standard = 0;
    std::int32_t daylight = 0;
    auto status = U_ZERO_ERROR;
    static_cast<const icu::TimeZone*>(zone_.get())
        ->getOffset(static_cast<UDate>(since_epoch), false, standard, daylight, status);
    if (U_FAILURE(status))
        throw std::runtime_error("a time zone cannot tell the time");
    const auto of_day = ((since_epoch + standard + daylight) % day_ms + day_ms) % day_ms;
    return static_cast<int>(of_day / minute_ms);
}

}  // namespace rejoinder::intake
