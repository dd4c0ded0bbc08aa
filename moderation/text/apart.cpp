#include "moderation/text/apart.hpp"

#include "moderation/text/words.hpp"

#include <algorithm>
#include <string>
#include <string_view>

namespace rejoinder::moderation {

namespace {

bool is_latin(char32_t c)
{
    return c >= 'a' && c <= 'z';
}

bool is_vowel(char32_t c)
{
    return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u' || c == 'y';
}

std::size_t length(const piece& part)
{
    return part.last - part.first + 1;
}

/// A piece must have a letter in it, or one of the two signs that are hardly ever anything else
/// in the middle of words, and no digit: "$5 hit" and "1 hit" are no disguise, "a $ s" is one.
bool has_letter(const folded_text& text, const piece& part)
{
    bool sign = false;
    bool digit = false;
    for (auto i = part.first; i <= part.last; ++i) {
        const auto& unit = text.units()[i];
        if (unit.kind == unit_kind::letter)
            return true;
        sign = sign || unit.folded == '$' || unit.folded == '@';
        digit = digit || unit.kind == unit_kind::digit;
    }
    return sign && !digit;
}

/// No language with Latin letters has many words without a vowel.
bool is_vowelless(const folded_text& text, const piece& part)
{
    if (length(part) > 3)
        return false;
    for (auto i = part.first; i <= part.last; ++i) {
        const auto letter = text.units()[i].skeleton;
        if (!is_latin(letter) || is_vowel(letter))
            return false;
    }
    return true;
}

/// Words of two letters that stand beside others all the time.
bool is_common_short_word(const folded_text& text, const piece& part)
{
    static constexpr std::string_view words[] = {
        "ab", "ad", "ah", "ai", "al", "am", "an", "as", "at", "au", "be", "by", "da", "de",
        "do", "du", "el", "en", "er", "es", "et", "ex", "go", "ha", "he", "hi", "id", "if",
        "il", "im", "in", "is", "it", "ja", "je", "la", "le", "lo", "ma", "me", "mi", "my",
        "ne", "no", "of", "oh", "ok", "on", "or", "os", "ou", "pa", "se", "si", "so", "su",
        "ta", "te", "to", "tu", "um", "un", "up", "us", "we", "wo", "ya", "ye", "yo", "zu",
    };
    if (length(part) != 2)
        return false;
    const auto first = text.units()[part.first].skeleton;
    const auto second = text.units()[part.last].skeleton;
    return std::any_of(std::begin(words), std::end(words), [&](std::string_view word) {
        return static_cast<char32_t>(word[0]) == first && static_cast<char32_t>(word[1]) == second;
    });
}

}  // namespace

bool is_gap(const folded_text& text, std::size_t after, std::size_t before)
{
    if (before - after - 1 > gap_units_max)
        return false;
    for (auto i = after + 1; i < before; ++i) {
        const auto& unit = text.units()[i];
        if (unit.kind == unit_kind::digit || unit.kind == unit_kind::letter)
            return false;
    }
    return true;
}

bool taken_apart(const folded_text& text, std::span<const piece> pieces, bool open_end)
{
    const auto& last = pieces.back();
    if (!piece_begins(text, pieces.front().first) ||
        (!piece_ends(text, last.last) && (!open_end || length(last) < 2)))
        return false;
    const auto all = [&](auto&& holds) {
        return std::all_of(pieces.begin(), pieces.end(), holds);
    };
    const auto any = [&](auto&& holds) {
        return std::any_of(pieces.begin(), pieces.end(), holds);
    };
    const auto lettered = [&](const piece& part) {
        return has_letter(text, part);
    };

    // "c.0.c.k": among single letters, a digit is one of them.
    if (all([](const piece& part) { return length(part) == 1; })) {
        const auto count = std::count_if(pieces.begin(), pieces.end(), lettered);
        return pieces.size() >= 3 && static_cast<std::size_t>(count) * 3 >= pieces.size() * 2;
    }
    if (!all(lettered))
        return false;
    if (any([&](const piece& part) { return is_vowelless(text, part); }))
        return true;
    return all([](const piece& part) { return length(part) <= 2; }) &&
           any([&](const piece& part) { return !is_common_short_word(text, part); });
}

}  // namespace rejoinder::moderation
