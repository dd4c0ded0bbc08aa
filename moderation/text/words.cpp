#include "moderation/text/words.hpp"

namespace rejoinder::moderation {

namespace {

bool is_letter_or_digit(const text_unit& unit)
{
    return unit.kind == unit_kind::letter || unit.kind == unit_kind::digit;
}

/// Whether two neighbours belong to one word.
bool joined(const text_unit& left, const text_unit& right)
{
    return is_letter_or_digit(left) && is_letter_or_digit(right) && !left.unspaced &&
           !right.unspaced;
}

/// Whether the unit is an apostrophe with a letter on both sides.
bool is_joining_apostrophe(const std::vector<text_unit>& units, std::size_t at)
{
    return at > 0 && at + 1 < units.size() && units[at].kind == unit_kind::apostrophe &&
           units[at - 1].kind == unit_kind::letter && units[at + 1].kind == unit_kind::letter;
}

}  // namespace

bool word_begins(const folded_text& text, std::size_t unit)
{
    const auto& units = text.units();
    return unit == 0 || !joined(units[unit - 1], units[unit]);
}

bool word_ends(const folded_text& text, std::size_t unit)
{
    const auto& units = text.units();
    return unit + 1 >= units.size() || !joined(units[unit], units[unit + 1]);
}

bool piece_begins(const folded_text& text, std::size_t unit)
{
    return word_begins(text, unit) && (unit == 0 || !is_joining_apostrophe(text.units(), unit - 1));
}

bool piece_ends(const folded_text& text, std::size_t unit)
{
    return word_ends(text, unit) && !is_joining_apostrophe(text.units(), unit + 1);
}

}  // namespace rejoinder::moderation
