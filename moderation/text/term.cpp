#include "moderation/text/term.hpp"

#include "moderation/text/apart.hpp"
#include "moderation/text/masked_terms.hpp"
#include "moderation/text/utf8.hpp"
#include "moderation/text/words.hpp"

#include <boost/container/small_vector.hpp>

#include <algorithm>
#include <span>

namespace rejoinder::moderation {

namespace {

/// A term this short is found in too many words, so that less disguise is allowed for.
constexpr std::size_t short_term_max = 3;
constexpr std::size_t doubtful_term_max = 5;

bool is_vowel(char32_t letter)
{
    return std::u32string_view(U"aeiouy").find(letter) != std::u32string_view::npos;
}

bool is_consonant(const folded_text& text, std::size_t unit)
{
    if (unit >= text.units().size())
        return false;
    const auto letter = text.units()[unit].skeleton;
    return letter >= 'a' && letter <= 'z' && !is_vowel(letter);
}

bool is_symbol(const folded_text& text, std::size_t unit)
{
    return text.units()[unit].kind == unit_kind::symbol;
}

bool is_letter_or_digit(const folded_text& text, std::size_t unit)
{
    const auto kind = text.units()[unit].kind;
    return kind == unit_kind::letter || kind == unit_kind::digit;
}

bool is_digit(const folded_text& text, std::size_t unit)
{
    return text.units()[unit].kind == unit_kind::digit;
}

/// Whether the units of one skeleton letter can be read as this letter.
bool reads_as(const folded_text& text, const skeleton_letter& found, char32_t wanted)
{
    if (found.letter == wanted)
        return true;
    if (text.units()[found.first].ambiguous)
        return (wanted == 'i' || wanted == 'l') && skeleton_class(found.letter) == 'i';
    // "fvck", "dlck": between consonants they stand for a vowel.
    const bool for_vowel = (wanted == 'u' && found.letter == 'v') ||
                           (wanted == 'i' && (found.letter == 'l' || found.letter == 'j'));
    return for_vowel && found.first > 0 && is_consonant(text, found.first - 1) &&
           is_consonant(text, found.last + 1);
}

/// Letters of the skeleton that were read for masks.
std::size_t masks_in(const folded_text& text, std::span<const skeleton_letter> letters)
{
    const auto masks = std::count_if(letters.begin(), letters.end(), [&](const auto& letter) {
        return text.units()[letter.first].kind != unit_kind::letter &&
               is_mask_in_word(text, letter.first);
    });
    return static_cast<std::size_t>(masks);
}

/// Signs must not be all there is to it: "$55" is a price, "A55" a road.
bool is_credible(const folded_text& text, std::size_t first, std::size_t last, std::size_t length)
{
    std::size_t letters = 0;
    std::size_t digits = 0;
    std::size_t symbols = 0;
    bool capitals = false;
    char32_t symbol = 0;
    bool different = false;
    for (auto i = first; i <= last; ++i) {
        const auto& unit = text.units()[i];
        letters += unit.kind == unit_kind::letter ? 1 : 0;
        digits += unit.kind == unit_kind::digit ? 1 : 0;
        capitals = capitals || unit.capital;
        if (unit.kind == unit_kind::symbol) {
            ++symbols;
            different = different || (symbol != 0 && symbol != unit.folded);
            symbol = unit.folded;
        }
    }
    if (letters == 0)
        return different;
    return length > short_term_max || symbols > 0 || digits <= letters || !capitals;
}

}  // namespace

std::optional<term> term::make(std::string_view text, bool open_begin, bool open_end)
{
    const folded_text folded(text);
    for (const auto& unit : folded.units())
        if (unit.kind == unit_kind::digit || unit.kind == unit_kind::symbol ||
            (unit.kind == unit_kind::punctuation && unit.folded != '-'))
            return std::nullopt;

    skeleton whole;
    whole.assign(folded, sign_reading::as_gaps);
    term made;
    made.open_begin_ = open_begin;
    made.open_end_ = open_end;

    spelling squeezed;
    spelling written;
    bool doubled = false;
    for (std::size_t i = 0; i < whole.letters().size(); ++i) {
        const auto& letter = whole.letters()[i];
        const auto repeats = letter.last - letter.first + 1;
        const bool gap = i > 0 && whole.letters()[i - 1].last + 1 < letter.first;
        squeezed.letters.push_back(letter.letter);
        squeezed.repeats.push_back(repeats);
        squeezed.gap_before.push_back(gap);
        append_utf8(squeezed.text, skeleton_class(letter.letter));
        for (std::uint32_t k = 0; k < repeats; ++k) {
            written.letters.push_back(letter.letter);
            written.repeats.push_back(1);
            written.gap_before.push_back(gap && k == 0);
            append_utf8(written.text, skeleton_class(letter.letter));
        }
        doubled = doubled || repeats > 1;
        made.phrase_ = made.phrase_ || gap;
        made.length_ += repeats;
    }
    if (squeezed.letters.size() < 2)
        return std::nullopt;
    made.spellings_.push_back(std::move(squeezed));
    if (doubled)
        made.spellings_.push_back(std::move(written));
    return made;
}

/// Doubling a letter makes another word of many a short one ("but", "butt"; "rape", "rapper"), and
/// hardly ever of a longer one; nor where it is the first letter or stands beside another consonant
/// ("ffuck", "fucck").
bool term::may_double(const spelling& as, std::size_t letter) const
{
    if (length_ <= short_term_max)
        return false;
    const bool last = letter + 1 == as.letters.size();
    const bool clustered = (letter > 0 && !is_vowel(as.letters[letter - 1])) ||
                           (!last && !is_vowel(as.letters[letter + 1]));
    return length_ > doubtful_term_max || is_vowel(as.letters[letter]) || letter == 0 ||
           (last ? as.letters[letter] != 's' : clustered);
}

/// Of a long word a doubled letter may be written once: "bolock". Of a phrase not: "of yours".
bool term::may_undouble() const
{
    constexpr std::size_t long_term_min = 7;
    return length_ >= long_term_min && !phrase_;
}

bool term::letters_fit(
    const spelling& as,
    const folded_text& text,
    const skeleton& where,
    std::size_t first_letter) const
{
    for (std::size_t i = 0; i < as.letters.size(); ++i) {
        const auto& found = where.letters()[first_letter + i];
        if (!reads_as(text, found, as.letters[i]))
            return false;
        const auto repeats = found.last - found.first + 1;
        if ((repeats < as.repeats[i] && !may_undouble()) ||
            (repeats > as.repeats[i] && repeats < 3 && !may_double(as, i)))
            return false;
    }
    return true;
}

// A sign that is read as a letter continues the letters beside it: "b@ss" does not begin at the
// sign. Digits beside a longer term only decorate it: "fool99". So do words that are told apart by
// their capitals: "YouFoolYou".
bool term::begins(const folded_text& text, std::size_t unit) const
{
    if (unit > 0 && is_symbol(text, unit) && is_letter_or_digit(text, unit - 1))
        return false;
    const auto& units = text.units();
    return word_begins(text, unit) ||
           (length_ > short_term_max &&
            (is_digit(text, unit - 1) || (units[unit].capital && !units[unit - 1].capital)));
}

bool term::ends(const folded_text& text, std::size_t unit) const
{
    const auto next = unit + 1;
    if (next < text.units().size() && is_symbol(text, unit) && is_letter_or_digit(text, next))
        return false;
    const auto& units = text.units();
    return word_ends(text, unit) ||
           (length_ > short_term_max &&
            (is_digit(text, next) || (!units[unit].capital && units[next].capital)));
}

std::optional<term::place> term::matches(
    const spelling& as,
    const folded_text& text,
    const skeleton& where,
    std::size_t first_letter) const
{
    const auto& letters = where.letters();
    const auto count = as.letters.size();
    if (first_letter + count > letters.size() || !letters_fit(as, text, where, first_letter))
        return std::nullopt;

    const place found{letters[first_letter].first, letters[first_letter + count - 1].last};
    boost::container::small_vector<piece, 32> pieces = {{found.first_unit, found.first_unit}};
    bool apart = false;
    for (std::size_t i = 0; i < count; ++i) {
        const auto& letter = letters[first_letter + i];
        if (i > 0 && letter.first > pieces.back().last + 1) {
            if (!is_gap(text, pieces.back().last, letter.first))
                return std::nullopt;
            apart = apart || !as.gap_before[i];
            pieces.push_back({letter.first, letter.last});
        }
        pieces.back().last = letter.last;
    }

    if (apart && !taken_apart(text, pieces, open_end_))
        return std::nullopt;
    if (!open_begin_ && !begins(text, found.first_unit))
        return std::nullopt;
    if (!open_end_ && !ends(text, found.last_unit))
        return std::nullopt;
    if (!is_credible(text, found.first_unit, found.last_unit, length_))
        return std::nullopt;
    if (where.reads_masks() && length_ <= short_term_max &&
        masks_in(text, std::span(letters).subspan(first_letter, count)) > 0)
        return std::nullopt;
    return found;
}

}  // namespace rejoinder::moderation
