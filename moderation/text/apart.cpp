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

/// Whether no word of a language with Latin letters begins so: "gger", "tch", "nk".
bool begins_no_word(const folded_text& text, const piece& part)
{
    static constexpr std::string_view beginnings[] = {
        "bj", "bl", "br", "ch", "cl", "cr", "cz", "dj", "dr", "dw", "dz", "fj", "fl", "fr", "gh",
        "gl", "gn", "gr", "gw", "hr", "hv", "kh", "kj", "kl", "kn", "kr", "kv", "kw", "lh", "ll",
        "mc", "mn", "nh", "ng", "nj", "pf", "ph", "pl", "pn", "pr", "ps", "pt", "rh", "sc", "sf",
        "sh", "sk", "sj", "sl", "sm", "sn", "sp", "sq", "sr", "st", "sv", "sw", "sz", "tc", "th",
        "tj", "tr", "ts", "tw", "tz", "vl", "vr", "wh", "wl", "wr", "zh", "zl", "zw",
    };
    if (length(part) < 3)
        return false;
    const auto first = text.units()[part.first].skeleton;
    const auto second = text.units()[part.first + 1].skeleton;
    if (!is_latin(first) || !is_latin(second) || is_vowel(first) || is_vowel(second))
        return false;
    return std::none_of(
        std::begin(beginnings),
        std::end(beginnings),
        [&](std::string_view beginning) {
            return static_cast<char32_t>(beginning[0]) == first &&
                   static_cast<char32_t>(beginning[1]) == second;
        });
}

/// Whether a single sign joins the pieces that is not used between words; a hyphen is, seldom in
/// longer ones. Behind a full stop a sentence may begin.
bool is_joined_by_signs(const folded_text& text, std::span<const piece> pieces)
{
    constexpr std::size_t length_min = 5;
    constexpr std::size_t hyphenated_min = 6;
    std::size_t letters = 0;
    bool hyphen = false;
    for (std::size_t i = 0; i < pieces.size(); ++i) {
        letters += length(pieces[i]);
        if (i == 0)
            continue;
        const auto& sign = text.units()[pieces[i].first - 1];
        const bool alone = pieces[i].first - pieces[i - 1].last == 2;
        const bool joins =
            std::u32string_view(U"_*.-~^=").find(sign.folded) != std::u32string_view::npos;
        if (!alone || !joins || (sign.folded == '.' && text.units()[pieces[i].first].capital))
            return false;
        hyphen = hyphen || sign.folded == '-';
    }
    return letters >= (hyphen ? hyphenated_min : length_min);
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

/// "Ky's": its own word with an ending, whatever the letters would spell without the apostrophe.
bool is_genitive(const folded_text& text, std::span<const piece> pieces)
{
    const auto& last = pieces.back();
    return last.first == last.last && text.units()[last.first].folded == 's' &&
           pieces.size() == 2 && last.first - pieces.front().last == 2 &&
           text.units()[last.first - 1].kind == unit_kind::apostrophe;
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
    if (!all(lettered) || is_genitive(text, pieces))
        return false;
    // What goes on behind it is no piece: "a bit Chinese".
    const bool goes_on = !piece_ends(text, last.last);
    if (any([&](const piece& part) {
            return is_vowelless(text, part) && !(goes_on && &part == &last);
        }) ||
        std::any_of(pieces.begin() + 1, pieces.end(), [&](const piece& part) {
            return begins_no_word(text, part);
        }))
        return true;
    if (is_joined_by_signs(text, pieces))
        return true;
    return all([](const piece& part) { return length(part) <= 2; }) &&
           any([&](const piece& part) { return !is_common_short_word(text, part); });
}

}  // namespace rejoinder::moderation
