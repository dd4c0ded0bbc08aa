#include "moderation/text/masked_terms.hpp"

#include <algorithm>

namespace rejoinder::moderation {

namespace {

constexpr std::size_t letters_min = 4;  // of the term
constexpr std::size_t shown_min = 2;    // letters that are not masked; one could be anything

std::uint64_t key_of(std::size_t length, char32_t first)
{
    return (static_cast<std::uint64_t>(length) << 32) | first;
}

bool is_mask(const text_unit& unit)
{
    return unit.folded == '*';
}

bool may_be_in_word(const text_unit& unit)
{
    return is_mask(unit) || unit.kind == unit_kind::letter || unit.kind == unit_kind::digit ||
           unit.kind == unit_kind::symbol;
}

bool reads_as(const text_unit& unit, char32_t letter)
{
    return is_mask(unit) || unit.folded == letter || unit.skeleton == letter ||
           (unit.ambiguous && letter == 'l');
}

}  // namespace

bool is_mask_in_word(const folded_text& text, std::size_t unit)
{
    const auto& units = text.units();
    return units[unit].folded == '*' && unit > 0 && unit + 1 < units.size() &&
           units[unit - 1].kind == unit_kind::letter && units[unit + 1].kind == unit_kind::letter;
}

bool has_masks(const folded_text& text)
{
    for (auto at = text.text().find('*'); at != std::string::npos;
         at = text.text().find('*', at + 1))
        if (is_mask_in_word(text, text.unit_at(at)))
            return true;
    return false;
}

void masked_terms::add(const std::u32string& term, std::size_t id)
{
    if (term.size() >= letters_min && term.find(U' ') == std::u32string::npos)
        terms_[key_of(term.size(), term.front())].push_back({term, id});
}

void masked_terms::find(const folded_text& text, std::vector<hit>& hits) const
{
    if (text.text().find('*') == std::string::npos)
        return;
    const auto& units = text.units();
    for (std::size_t first = 0; first < units.size();) {
        if (!may_be_in_word(units[first])) {
            ++first;
            continue;
        }
        auto end = first;
        while (end < units.size() && may_be_in_word(units[end]))
            ++end;
        // "*word*" is emphasis, and "what?!" ends in a sign.
        auto last = end - 1;
        while (first < last && is_mask(units[first]))
            ++first;
        while (first < last && units[last].kind != unit_kind::letter && !is_mask(units[last]))
            --last;
        look_at(text, first, last, hits);
        first = end;
    }
}

void masked_terms::look_at(
    const folded_text& text,
    std::size_t first,
    std::size_t last,
    std::vector<hit>& hits) const
{
    const auto begin = text.units().begin() + static_cast<std::ptrdiff_t>(first);
    const auto end = text.units().begin() + static_cast<std::ptrdiff_t>(last) + 1;
    const auto length = static_cast<std::size_t>(end - begin);
    const auto masks = static_cast<std::size_t>(std::count_if(begin, end, is_mask));
    if (masks == 0 || length < masks + shown_min)
        return;

    const auto candidates = terms_.find(key_of(length, begin->skeleton));
    if (candidates == terms_.end())
        return;
    for (const auto& candidate : candidates->second)
        if (std::equal(begin, end, candidate.letters.begin(), reads_as))
            hits.push_back({candidate.id, first, last});
}

}  // namespace rejoinder::moderation
