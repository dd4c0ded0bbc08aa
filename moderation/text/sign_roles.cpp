#include "moderation/text/sign_roles.hpp"

#include <cstddef>

namespace rejoinder::moderation {

namespace {

constexpr std::size_t entity_units_max = 10;  // "&thetasym;"

bool stands_in_word(const text_unit& unit)
{
    return unit.skeleton != 0;
}

void strip(text_unit& unit)
{
    unit.skeleton = 0;
    unit.ambiguous = false;
    unit.kind = unit_kind::punctuation;
}

/// The end of the entity that begins at the ampersand; its own place where there is none.
std::size_t entity_end(const std::vector<text_unit>& units, std::size_t ampersand)
{
    auto at = ampersand + 1;
    const bool number = at < units.size() && units[at].folded == '#';
    at += number ? 1 : 0;
    const auto first = at;
    for (; at < units.size() && at - ampersand < entity_units_max; ++at) {
        const auto& unit = units[at];
        if (unit.folded == ';')
            return at - first >= (number ? 1u : 2u) ? at + 1 : ampersand;
        const bool letter = unit.folded >= 'a' && unit.folded <= 'z';
        if (!letter && unit.kind != unit_kind::digit)
            return ampersand;
    }
    return ampersand;
}

/// Whether the bracket closes again, for one within a word in the same word.
bool has_partner(const std::vector<text_unit>& units, std::size_t bracket, bool in_word)
{
    constexpr std::size_t units_max = 200;
    const char32_t opening = units[bracket].folded;
    const char32_t closing = opening == '(' ? ')' : '>';
    std::size_t open = 1;
    for (auto i = bracket + 1; i < units.size() && i - bracket < units_max; ++i) {
        if (in_word && units[i].kind == unit_kind::space)
            return false;
        open += units[i].folded == opening ? 1 : 0;
        if (units[i].folded == closing && --open == 0)
            return true;
    }
    return false;
}

bool is_bracket(const std::vector<text_unit>& units, std::size_t at)
{
    const bool in_word = at > 0 && stands_in_word(units[at - 1]);
    if (has_partner(units, at, in_word))
        return true;
    // Alone it may begin a word that is disguised: "(at".
    const bool apart = at == 0 || units[at - 1].kind == unit_kind::space;
    return !in_word && (!apart || at + 1 == units.size() || units[at + 1].kind == unit_kind::digit);
}

/// "rusk!", "what!?", "this!Then"; not a mark that stands alone: "s h ! t".
bool ends_sentence(const std::vector<text_unit>& units, std::size_t first, std::size_t end)
{
    if (first == 0 || !stands_in_word(units[first - 1]))
        return false;
    return end == units.size() || !stands_in_word(units[end]) ||
           (units[end].capital && !units[first - 1].capital);
}

/// Where the run of marks ends.
std::size_t strip_marks(std::vector<text_unit>& units, std::size_t first)
{
    auto end = first + 1;
    while (end < units.size() && units[end].folded == units[first].folded)
        ++end;
    if (ends_sentence(units, first, end))
        for (auto i = first; i < end; ++i)
            strip(units[i]);
    return end;
}

}  // namespace

void strip_entities(std::vector<text_unit>& units)
{
    for (std::size_t i = 0; i < units.size(); ++i)
        if (units[i].folded == '&')
            for (const auto end = entity_end(units, i); i + 1 < end; ++i)
                strip(units[i]);
}

void strip_punctuation(std::vector<text_unit>& units, std::span<const std::uint32_t> others)
{
    std::size_t marks_end = 0;
    for (const std::size_t i : others) {
        if (units[i].kind != unit_kind::symbol || i < marks_end)
            continue;
        switch (units[i].folded) {
        case '!':
        case U'\u00A1':
            marks_end = strip_marks(units, i);
            break;
        case '(':
        case '<':
            if (is_bracket(units, i))
                strip(units[i]);
            break;
        case '#':
        case '+':
            if (i + 1 < units.size() && stands_in_word(units[i + 1]) &&
                (i == 0 || !stands_in_word(units[i - 1])))
                strip(units[i]);
            break;
        default:
            break;
        }
    }
}

}  // namespace rejoinder::moderation
