#include "server/model/time.hpp"

#include <fmt/format.h>

#include <charconv>

namespace rejoinder::model {

namespace {

/// Whether the text has a digit for each 0 of the shape, and all else as it is there.
bool has_shape(std::string_view text, std::string_view shape) noexcept
{
    if (text.size() != shape.size())
        return false;
    for (std::size_t i = 0; i < shape.size(); ++i) {
        const bool fits = shape[i] == '0' ? text[i] >= '0' && text[i] <= '9' : text[i] == shape[i];
        if (!fits)
            return false;
    }
    return true;
}

int number_in(std::string_view text, std::size_t from, std::size_t length) noexcept
{
    int value = 0;
    std::from_chars(text.data() + from, text.data() + from + length, value);
    return value;
}

}  // namespace

timestamp now()
{
    return std::chrono::floor<std::chrono::milliseconds>(std::chrono::system_clock::now());
}

std::string to_rfc3339(timestamp time)
{
    const auto day = std::chrono::floor<std::chrono::days>(time);
    const std::chrono::year_month_day date(day);
    const std::chrono::hh_mm_ss clock(time - day);
    return fmt::format(
        "{:04}-{:02}-{:02}T{:02}:{:02}:{:02}.{:03}Z",
        static_cast<int>(date.year()),
        static_cast<unsigned>(date.month()),
        static_cast<unsigned>(date.day()),
        clock.hours().count(),
        clock.minutes().count(),
        clock.seconds().count(),
        clock.subseconds().count());
}

std::optional<timestamp> from_rfc3339(std::string_view text)
{
    if (!has_shape(text, "0000-00-00T00:00:00.000Z"))
        return std::nullopt;
    const auto day = day_of_rfc3339(text);
    const auto hour = number_in(text, 11, 2);
    const auto minute = number_in(text, 14, 2);
    const auto second = number_in(text, 17, 2);
    if (!day || hour > 23 || minute > 59 || second > 59)
        return std::nullopt;
    return *day + std::chrono::hours(hour) + std::chrono::minutes(minute) +
           std::chrono::seconds(second) + std::chrono::milliseconds(number_in(text, 20, 3));
}

std::optional<timestamp> day_of_rfc3339(std::string_view text)
{
    const auto day = text.substr(0, 10);
    const bool ends =
        text.size() == day.size() || text[10] == 'T' || text[10] == 't' || text[10] == ' ';
    if (!has_shape(day, "0000-00-00") || !ends)
        return std::nullopt;
    const std::chrono::year_month_day date(
        std::chrono::year(number_in(day, 0, 4)),
        std::chrono::month(static_cast<unsigned>(number_in(day, 5, 2))),
        std::chrono::day(static_cast<unsigned>(number_in(day, 8, 2))));
    if (!date.ok())
        return std::nullopt;
    return std::chrono::sys_days(date);
}

}  // namespace rejoinder::model
