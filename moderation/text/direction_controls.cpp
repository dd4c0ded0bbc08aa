#include "moderation/text/direction_controls.hpp"

#include "moderation/text/utf8.hpp"

#include <vector>

namespace rejoinder::moderation {

namespace {

struct opened_control {
    char32_t closed_by = 0;
    text_span span;
};

}  // namespace

std::optional<text_span> find_direction_abuse(std::string_view text)
{
    constexpr char32_t pop_directional = 0x202C;
    constexpr char32_t pop_isolate = 0x2069;

    std::vector<opened_control> open;
    // All of them begin with the bytes E2 80 or E2 81.
    for (std::size_t at = text.find('\xE2'); at < text.size(); at = text.find('\xE2', at)) {
        const auto begin = at;
        const auto c = next_code_point(text, at);
        const text_span span{begin, at};
        switch (c) {
        case 0x202D:  // overrides
        case 0x202E:
            return span;
        case 0x202A:  // embeddings
        case 0x202B:
            open.push_back({pop_directional, span});
            break;
        case 0x2066:  // isolates
        case 0x2067:
        case 0x2068:
            open.push_back({pop_isolate, span});
            break;
        case pop_directional:
        case pop_isolate:
            if (open.empty() || open.back().closed_by != c)
                return span;
            open.pop_back();
            break;
        default:
            break;
        }
    }
    if (open.empty())
        return std::nullopt;
    return open.front().span;
}

}  // namespace rejoinder::moderation
