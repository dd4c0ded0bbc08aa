#include "server/http/http_date.hpp"

#include "tests/support/catch.hpp"

using namespace rejoinder;
using http::http_date;

TEST_CASE("http date: it is the fixed form of RFC 9110", "[http][date]")
{
    CHECK(http_date(784'111'777) == "Sun, 06 Nov 1994 08:49:37 GMT");
    CHECK(http_date(0) == "Thu, 01 Jan 1970 00:00:00 GMT");
    CHECK(http_date(951'827'696) == "Tue, 29 Feb 2000 12:34:56 GMT");
    CHECK(http_date(4'102'444'799) == "Thu, 31 Dec 2099 23:59:59 GMT");
}

TEST_CASE("http date: now is between before and after", "[http][date]")
{
    const auto before = std::time(nullptr);
    const auto now = http::http_date_now();
    const auto after = std::time(nullptr);

    bool found = false;
    for (auto time = before; time <= after; ++time)
        found = found || now == http_date(time);
    CHECK(found);
}
