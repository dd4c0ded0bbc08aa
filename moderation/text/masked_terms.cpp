#include "moderation/text/masked_terms.hpp"

#include "moderation/text/ascii.hpp"

#include <algorithm>
#include <span>
#include <string_view>

namespace rejoinder::moderation {

namespace {

constexpr std::size_t letters_min = 4;  // of the term
constexpr std::size_t shown_min = 2;    // letters that are not masked; one could be anything

bool is_one_of(char32_t c, std::u32string_view signs)
{
    return signs.find(c) != std::u32string_view::npos;
}

bool is_asterisk(const text_unit& unit)
{
    return unit.folded == '*';
}

/// Signs that are put for letters and seldom stand between letters otherwise.
bool is_sign_mask(const text_unit& unit)
{
    constexpr byte_set ascii("#@$%&?^~+!|=");
    if (unit.folded < 0x80)
        return ascii.contains(static_cast<char>(unit.folded));
    return is_one_of(unit.folded, U"\u20AC\u00A3\u00A7\u00B0\u00A4\u2022\u25CF\u25A0\u2588\u00D7");
}

/// Those that join words as well.
bool is_joining_mask(const text_unit& unit)
{
    return is_one_of(unit.folded, U"-_.'\u2019`");
}

/// "what?!" ends in a sign, "wh**" in masks.
bool may_end_masked(const text_unit& unit)
{
    return is_one_of(unit.folded, U"*#@%&$");
}

/// Most units are letters and blanks: they need no look at what masks there are.
bool may_be_mask(const text_unit& unit)
{
    return unit.kind == unit_kind::symbol || unit.kind == unit_kind::punctuation ||
           unit.kind == unit_kind::apostrophe;
}

bool is_mask(const text_unit& unit)
{
    if (!may_be_mask(unit))
        return false;
    return is_asterisk(unit) || is_sign_mask(unit) ||
           (is_joining_mask(unit) && unit.kind != unit_kind::apostrophe);
}

bool is_vowel(char32_t letter)
{
    return is_one_of(letter, U"aeiouy");
}

bool is_consonant(const text_unit& unit)
{
    return unit.kind == unit_kind::letter && unit.skeleton >= 'a' && unit.skeleton <= 'z' &&
           !is_vowel(unit.skeleton);
}

/// Whether the letters on one side of the unit, as far as they go, have no vowel among them.
bool is_vowelless_side(const std::vector<text_unit>& units, std::size_t unit, std::ptrdiff_t step)
{
    constexpr int letters_max = 4;
    auto at = static_cast<std::ptrdiff_t>(unit) + step;
    for (int i = 0; at >= 0 && at < static_cast<std::ptrdiff_t>(units.size()); at += step, ++i) {
        const auto& each = units[static_cast<std::size_t>(at)];
        if (each.kind != unit_kind::letter)
            return true;
        if (i == letters_max || !is_consonant(each))
            return false;
    }
    return true;
}

/// "H.M.S.": a full stop with single letters on both sides.
bool is_between_initials(const std::vector<text_unit>& units, std::size_t unit)
{
    const auto is_letter = [&](std::size_t at) {
        return at < units.size() && units[at].kind == unit_kind::letter;
    };
    return units[unit].folded == '.' && (unit < 2 || !is_letter(unit - 2)) && !is_letter(unit + 2);
}

/// Marks around words that stand out, some of which could be masks otherwise.
class emphasis {
public:
    /// Whether the mark behind a word closes what was opened before it, if it is in [first, end).
    bool closes(const std::vector<text_unit>& units, std::size_t first, std::size_t end)
    {
        const auto opening = run_of(units, first, end, 1);
        if (opening.length > 0)
            opened_ = opening;
        const auto closing = run_of(units, end - 1, first - 1, -1);
        const bool closed = closing.length > 0 && closing == opened_;
        if (closed)
            opened_ = {};
        return closed;
    }

private:
    struct run {
        char32_t mark = 0;
        std::size_t length = 0;

        bool operator==(const run&) const = default;
    };

    static run run_of(
        const std::vector<text_unit>& units,
        std::size_t from,
        std::size_t end,
        std::ptrdiff_t step)
    {
        run found{units[from].folded, 0};
        if (!is_one_of(found.mark, U"*_~"))
            return {};
        for (auto at = from; at != end && units[at].folded == found.mark;
             at += static_cast<std::size_t>(step))
            ++found.length;
        return found;
    }

    run opened_;
};

bool may_be_in_word(const text_unit& unit)
{
    return unit.kind == unit_kind::letter || unit.kind == unit_kind::digit ||
           unit.kind == unit_kind::symbol || is_mask(unit);
}

bool shows(const text_unit& unit, char32_t letter)
{
    return unit.folded == letter || unit.skeleton == letter || (unit.ambiguous && letter == 'l');
}

bool reads_as(const text_unit& unit, char32_t letter)
{
    return is_mask(unit) || shows(unit, letter);
}

}  // namespace

bool is_mask_in_word(const folded_text& text, std::size_t unit)
{
    const auto& units = text.units();
    if (!may_be_mask(units[unit]) || unit == 0 || unit + 1 >= units.size() ||
        units[unit - 1].kind != unit_kind::letter || units[unit + 1].kind != unit_kind::letter)
        return false;
    if (is_asterisk(units[unit]))
        return true;
    if (!is_consonant(units[unit - 1]) || !is_consonant(units[unit + 1]))
        return false;
    if (is_sign_mask(units[unit]))
        return true;
    if (!is_joining_mask(units[unit]) || is_between_initials(units, unit))
        return false;
    const bool before = is_vowelless_side(units, unit, -1);
    const bool behind = is_vowelless_side(units, unit, 1);
    return units[unit].kind == unit_kind::apostrophe ? before && behind : before || behind;
}

void masked_terms::add(const std::u32string& term, bool open_end, std::size_t id, guessing how)
{
    if (how == guessing::none || term.size() < letters_min ||
        term.find(U' ') != std::u32string::npos)
        return;
    auto& alike = terms_[term.front()];
    alike.resize(std::max(alike.size(), term.size() + 1));
    alike[term.size()].push_back({term, open_end, id, how});
}

void masked_terms::find(const folded_text& text, std::vector<word_hit>& hits) const
{
    const auto& units = text.units();
    std::size_t from = 0;
    emphasis marks;
    for (const std::size_t mask : text.others()) {
        if (mask < from || !is_mask(units[mask]))
            continue;
        const bool ends = mask + 1 == units.size() || !may_be_in_word(units[mask + 1]);
        if (ends && !may_end_masked(units[mask]))
            continue;
        auto first = mask;
        while (first > from && may_be_in_word(units[first - 1]))
            --first;
        auto end = mask + 1;
        while (end < units.size() && may_be_in_word(units[end]))
            ++end;
        from = end;
        auto last = end - 1;
        if (marks.closes(units, first, end))
            while (first < last && units[last].folded == units[end - 1].folded)
                --last;
        // "#word" is a tag.
        while (first < last && units[first].kind != unit_kind::letter && is_mask(units[first]))
            ++first;
        while (first < last && units[last].kind != unit_kind::letter &&
               !may_end_masked(units[last]))
            --last;
        if (mask <= last && last - first < masked_word_max)
            look_at(text, first, last, hits);
    }
}

void masked_terms::look_at(
    const folded_text& text,
    std::size_t first,
    std::size_t last,
    std::vector<word_hit>& hits) const
{
    const auto begin = text.units().begin() + static_cast<std::ptrdiff_t>(first);
    const auto end = text.units().begin() + static_cast<std::ptrdiff_t>(last) + 1;
    const auto length = static_cast<std::size_t>(end - begin);
    const auto masks = static_cast<std::size_t>(std::count_if(begin, end, is_mask));
    const auto letters_shown = std::count_if(begin, end, [](const text_unit& unit) {
        return unit.kind == unit_kind::letter;
    });
    const auto joining = std::count_if(begin, end, is_joining_mask);
    if (masks == 0 || length < masks + shown_min || letters_shown == 0 || joining > 1)
        return;
    const auto candidates = terms_.find(begin->skeleton);
    if (candidates == terms_.end())
        return;

    const bool asterisks =
        static_cast<std::size_t>(std::count_if(begin, end, is_asterisk)) == masks;
    const auto run = std::find_if(begin, end, is_asterisk);
    const auto run_end = std::find_if_not(run, end, is_asterisk);
    const bool one_run =
        asterisks && run_end != end && static_cast<std::size_t>(run_end - run) == masks;
    const auto head = static_cast<std::size_t>(run - begin);
    const auto tail = static_cast<std::size_t>(end - run_end);

    const auto of_length = [&](std::size_t wanted) -> std::span<const masked_term> {
        if (wanted >= candidates->second.size())
            return {};
        return candidates->second[wanted];
    };
    const auto is_note = [&](const masked_term& term) {
        return term.how == guessing::careful && asterisks && masks == 1 && tail == 0 &&
               length > letters_min;
    };
    for (const auto& term : of_length(length))
        if (std::equal(begin, end, term.letters.begin(), reads_as) && !is_note(term))
            hits.push_back({term.id, first, last});

    // "f*cking": as much of the word as the term has, with a mask in it.
    for (auto shorter = letters_min; asterisks && shorter < length; ++shorter) {
        const auto part = begin + static_cast<std::ptrdiff_t>(shorter);
        const auto hidden = static_cast<std::size_t>(std::count_if(begin, part, is_mask));
        if (hidden == 0 || shorter < hidden + shown_min)
            continue;
        for (const auto& term : of_length(shorter))
            if (term.open_end && std::equal(begin, part, term.letters.begin(), reads_as))
                hits.push_back({term.id, first, first + shorter - 1});
    }

    if (!one_run || head + tail < shown_min)
        return;
    for (const std::size_t more : {1, 2})
        for (const auto& term : of_length(length + more)) {
            const auto behind = term.letters.end() - static_cast<std::ptrdiff_t>(tail);
            if ((more == 1 || masks == 1) && std::equal(begin, run, term.letters.begin(), shows) &&
                std::equal(run_end, end, behind, shows))
                hits.push_back({term.id, first, last});
        }
}

}  // namespace rejoinder::moderation
