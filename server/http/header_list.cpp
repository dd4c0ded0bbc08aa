#include "server/http/header_list.hpp"

#include <algorithm>
#include <stdexcept>

namespace rejoinder::http {

namespace {

char lower(char c) noexcept
{
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

// A line break here would let one header field become two, so it is refused even in a release.
void require_one_line(std::string_view text)
{
    if (text.find_first_of(std::string_view("\r\n\0", 3)) != std::string_view::npos)
        throw std::logic_error("a header field holds a line break");
}

}  // namespace

bool same_token(std::string_view a, std::string_view b) noexcept
{
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](char x, char y) {
        return lower(x) == lower(y);
    });
}

std::string_view trim_blanks(std::string_view text) noexcept
{
    constexpr std::string_view blanks = " \t";
    const auto first = text.find_first_not_of(blanks);
    if (first == std::string_view::npos)
        return {};
    return text.substr(first, text.find_last_not_of(blanks) - first + 1);
}

std::string_view header_list::find(std::string_view name) const noexcept
{
    for (const auto& each : fields_)
        if (same_token(each.name, name))
            return each.value;
    return {};
}

bool header_list::contains(std::string_view name) const noexcept
{
    return std::any_of(fields_.begin(), fields_.end(), [name](const auto& each) {
        return same_token(each.name, name);
    });
}

void header_list::add(std::string name, std::string value)
{
    require_one_line(name);
    require_one_line(value);
    fields_.push_back({std::move(name), std::move(value)});
}

void header_list::set(std::string name, std::string value)
{
    remove(name);
    add(std::move(name), std::move(value));
}

void header_list::remove(std::string_view name)
{
    std::erase_if(fields_, [name](const auto& each) { return same_token(each.name, name); });
}

bool has_token(std::string_view value, std::string_view token) noexcept
{
    for (;;) {
        const auto comma = value.find(',');
        if (same_token(trim_blanks(value.substr(0, comma)), token))
            return true;
        if (comma == std::string_view::npos)
            return false;
        value.remove_prefix(comma + 1);
    }
}

}  // namespace rejoinder::http
