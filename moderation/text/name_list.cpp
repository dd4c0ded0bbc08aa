#include "moderation/text/name_list.hpp"

#include "moderation/text/normalize.hpp"

#include <algorithm>

namespace rejoinder::moderation {

namespace {

bool is_name(std::string_view text)
{
    const folded_text folded(text);
    return std::ranges::count(folded.units(), unit_kind::letter, &text_unit::kind) >= 2;
}

}  // namespace

parsed_name_list parse_name_list(std::string_view text)
{
    constexpr std::string_view blanks = " \t\r";
    parsed_name_list parsed;
    for (std::size_t number = 1; !text.empty(); ++number) {
        const auto end = text.find('\n');
        auto line = text.substr(0, end);
        text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);

        line = line.substr(0, line.find('#'));
        const auto begin = line.find_first_not_of(blanks);
        if (begin == std::string_view::npos)
            continue;
        line = line.substr(begin, line.find_last_not_of(blanks) - begin + 1);

        if (!is_name(line)) {
            parsed.errors.push_back({number, "not a name: \"" + std::string(line) + "\""});
            continue;
        }
        if (parsed.names.size() == name_list_entries_max) {
            parsed.errors.push_back({number, "too many names in one list"});
            break;
        }
        parsed.names.emplace_back(line);
    }
    return parsed;
}

}  // namespace rejoinder::moderation
