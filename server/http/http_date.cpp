#include "server/http/http_date.hpp"

#include <array>
#include <cstdio>

namespace rejoinder::http {

std::string http_date(std::time_t time)
{
    // strftime would write the names in the locale's language.
    constexpr std::array days = {"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
    constexpr std::array months =
        {"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};

    std::tm utc{};
    gmtime_r(&time, &utc);
    std::array<char, 64> text{};
    const int size = std::snprintf(
        text.data(),
        text.size(),
        "%s, %02d %s %04d %02d:%02d:%02d GMT",
        days.at(static_cast<std::size_t>(utc.tm_wday)),
        utc.tm_mday,
        months.at(static_cast<std::size_t>(utc.tm_mon)),
        utc.tm_year + 1900,
        utc.tm_hour,
        utc.tm_min,
        utc.tm_sec);
    return {text.data(), static_cast<std::size_t>(size)};
}

const std::string& http_date_now()
{
    thread_local std::time_t rendered = 0;
    thread_local std::string text;
    const auto now = std::time(nullptr);
    if (now != rendered || text.empty()) {
        text = http_date(now);
        rendered = now;
    }
    return text;
}

}  // namespace rejoinder::http
