#pragma once

#include <cstddef>
#include <string_view>

namespace rejoinder::moderation {

/// Calls `visit(number, line)` for each line of a list that says something, counted from 1, without
/// the comment that `#` begins and without blanks around it; stops when it returns false.
template <class Visit>
void each_list_line(std::string_view text, const Visit& visit)
{
    constexpr std::string_view blanks = " \t\r";
    for (std::size_t number = 1; !text.empty(); ++number) {
        const auto end = text.find('\n');
        auto line = text.substr(0, end);
        text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);

        line = line.substr(0, line.find('#'));
        const auto begin = line.find_first_not_of(blanks);
        if (begin == std::string_view::npos)
            continue;
        if (!visit(number, line.substr(begin, line.find_last_not_of(blanks) - begin + 1)))
            return;
    }
}

}  // namespace rejoinder::moderation
