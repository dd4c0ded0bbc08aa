#include "server/intake/time_zone.hpp"

#include "tests/support/catch.hpp"

using namespace rejoinder;
using intake::time_zone;

TEST_CASE("time zone: tells the local time, in summer and in winter", "[intake][time_zone]")
{
    struct row {
        const char* zone;
        const char* time;
        int minute;
    };
    static constexpr row rows[] = {
        {"UTC", "2026-01-15T22:30:00.000Z", 22 * 60 + 30},
        {"Europe/Berlin", "2026-01-15T22:30:00.000Z", 23 * 60 + 30},
        {"Europe/Berlin", "2026-07-15T22:30:59.999Z", 30},  // of the next day
        {"America/New_York", "2026-01-15T02:00:00.000Z", 21 * 60},
        {"Asia/Kolkata", "2026-01-15T00:00:00.000Z", 5 * 60 + 30},
        {"Asia/Kolkata", "1969-12-31T23:59:00.000Z", 5 * 60 + 29},
    };
    for (const auto& [zone, time, minute] : rows) {
        CAPTURE(zone, time);
        const auto clock = time_zone::named(zone);
        REQUIRE(clock);
        CHECK(clock->minute_of_day(model::from_rfc3339(time).value()) == minute);
    }
}

TEST_CASE("time zone: a name that is none", "[intake][time_zone]")
{
    CHECK_FALSE(time_zone::named("Europe/Atlantis"));
    CHECK_FALSE(time_zone::named(""));
    CHECK_FALSE(time_zone::named("Etc/Unknown"));
}
