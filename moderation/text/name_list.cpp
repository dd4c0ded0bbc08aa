#include "moderation/text/name_list.hpp"

#include "moderation/text/list_lines.hpp"
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
    parsed_name_list parsed;
    each_list_line(text, [&](std::size_t number, std::string_view line) {
        if (!is_name(line)) {
            parsed.errors.push_back({number, "not a name: \"" + std::string(line) + "\""});
            return true;
        }
        if (parsed.names.size() == name_list_entries_max) {
            parsed.errors.push_back({number, "too many names in one list"});
            return false;
        }
        parsed.names.emplace_back(line);
        return true;
    });
    return parsed;
}

}  // namespace rejoinder::moderation
