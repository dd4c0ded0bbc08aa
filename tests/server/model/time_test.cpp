#include "server/model/time.hpp"

#include "tests/support/catch.hpp"

#include <string>

using namespace rejoinder::model;
using std::chrono::milliseconds;

TEST_CASE("time: RFC 3339 in UTC with milliseconds, both ways", "[model]")
{
    struct example {
        std::int64_t count;
        std::string text;
    };
    const auto [count, text] = GENERATE(
        example{0, "1970-01-01T00:00:00.000Z"},
        example{1, "1970-01-01T00:00:00.001Z"},
        example{-1, "1969-12-31T23:59:59.999Z"},
        example{951'782'400'000, "2000-02-29T00:00:00.000Z"},
        example{1'790'846'100'123, "2026-10-01T09:15:00.123Z"},
        example{253'402'300'799'999, "9999-12-31T23:59:59.999Z"});

    const timestamp time{milliseconds(count)};
    CHECK(to_rfc3339(time) == text);
    CHECK(from_rfc3339(text) == time);
}

TEST_CASE("time: nothing but what is written is read", "[model]")
{
    const auto text = GENERATE(
        as<std::string>(),
        "",
        "2026-10-01",
        "2026-10-01T09:15:00Z",
        "2026-10-01T09:15:00.123",
        "2026-10-01T09:15:00.123+00:00",
        "2026-10-01t09:15:00.123z",
        "2026-10-01 09:15:00.123Z",
        "2026-10-01T09:15:00.123Z ",
        "2026-13-01T09:15:00.123Z",
        "2026-00-01T09:15:00.123Z",
        "2026-02-29T09:15:00.123Z",
        "2026-10-32T09:15:00.123Z",
        "2026-10-01T24:00:00.000Z",
        "2026-10-01T09:60:00.123Z",
        "2026-10-01T09:15:60.123Z",
        "2026-10-01T09:15:-1.123Z",
        "+026-10-01T09:15:00.123Z");

    CHECK_FALSE(from_rfc3339(text));
}

TEST_CASE("time: now survives being written and read", "[model]")
{
    const auto present = now();
    CHECK(from_rfc3339(to_rfc3339(present)) == present);
}

TEST_CASE("time: the day of a date or time", "[model]")
{
    const auto day = from_rfc3339("2026-10-01T00:00:00.000Z");
    for (const auto* text :
         {"2026-10-01", "2026-10-01T09:15:00Z", "2026-10-01T23:59:59+02:00", "2026-10-01 09:15"}) {
        CAPTURE(text);
        CHECK(day_of_rfc3339(text) == day);
    }
    for (const auto* text :
         {"",
          "2026-10",
          "2026-02-30",
          "2026-13-01",
          "01.10.2026",
          "2026-10-011",
          "yesterday",
          "2026-10-0x"}) {
        CAPTURE(text);
        CHECK_FALSE(day_of_rfc3339(text));
    }
}
