#include "moderation/rule_set_error.hpp"
#include "moderation/text/normalize.hpp"
#include "moderation/text/pattern_set.hpp"
#include "moderation/text/word_list.hpp"
#include "tests/fuzz/promise.hpp"
#include "tests/fuzz/targets.hpp"

#include <algorithm>

namespace rejoinder::fuzz {

void word_list(std::string_view bytes)
{
    using namespace moderation;

    const auto parsed = parse_word_list(bytes);
    const auto lines = static_cast<std::size_t>(std::count(bytes.begin(), bytes.end(), '\n')) + 1;
    for (const auto& entry : parsed.entries) {
        promise(!entry.text.empty(), "an entry is something");
        promise(entry.line >= 1 && entry.line <= lines, "an entry has its line");
    }
    for (const auto& error : parsed.errors)
        promise(error.line >= 1 && error.line <= lines, "an error has its line");

    // The list in use, on itself.
    const pattern_source source{"list", parsed.entries};
    try {
        const pattern_set patterns({&source, 1});
        std::vector<pattern_hit> hits;
        patterns.find(folded_text(bytes), bytes, hits);
        for (const auto& hit : hits) {
            check_span(hit.span, bytes);
            promise(hit.list == 0 && hit.entry != nullptr, "a hit has its entry");
        }
    } catch (const rule_set_error&) {
        // Said of an entry that cannot be used.
    }
}

}  // namespace rejoinder::fuzz
