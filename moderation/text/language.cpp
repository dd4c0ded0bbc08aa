#include "moderation/text/language.hpp"

#include "moderation/text/ascii.hpp"
#include "moderation/text/find_links.hpp"
#include "moderation/text/utf8.hpp"

#include <cld2/public/compact_lang_det.h>
#include <unicode/uchar.h>

#include <algorithm>

namespace rejoinder::moderation {

namespace {

struct letters_and_blanks {
    std::string text;
    std::size_t letters = 0;
};

/// What tells of a language: neither links nor signs, and only valid UTF-8.
letters_and_blanks words_of(std::string_view text, std::span<const link> links)
{
    letters_and_blanks words;
    auto skip = links.begin();
    for (std::size_t at = 0; at < text.size();) {
        if (skip != links.end() && at >= skip->span.begin) {
            at = std::max(at, skip->span.end);
            ++skip;
            words.text += ' ';
            continue;
        }
        const auto c = next_code_point(text, at);
        const auto kind = U_GET_GC_MASK(static_cast<UChar32>(c));
        if ((kind & (U_GC_L_MASK | U_GC_M_MASK)) != 0)
            append_utf8(words.text, c);
        else if (c == '\'' || c == 0x2019)
            words.text += '\'';
        else
            words.text += ' ';
        words.letters += (kind & U_GC_L_MASK) != 0 ? 1 : 0;
    }
    return words;
}

}  // namespace

int language_guess::percent_of(int language) const
{
    int percent = 0;
    for (const auto& each : shares)
        percent += reads_like(each.language, language) ? each.percent : 0;
    return percent;
}

language_guess guess_language(std::string_view text, std::span<const link> links)
{
    const auto words = words_of(text, links);
    CLD2::Language languages[3] = {};
    int percent[3] = {};
    int letter_bytes = 0;
    language_guess guess;
    CLD2::ExtDetectLanguageSummary(
        words.text.data(),
        static_cast<int>(words.text.size()),
        true,  // plain text
        languages,
        percent,
        &letter_bytes,
        &guess.reliable);
    for (std::size_t i = 0; i < guess.shares.size(); ++i)
        guess.shares[i] = {languages[i], percent[i]};
    guess.letters = words.letters;
    guess.reliable = guess.reliable && languages[0] != CLD2::UNKNOWN_LANGUAGE;
    return guess;
}

std::optional<int> language_from(std::string_view code)
{
    const auto lower = lower_ascii(code);
    const auto language = CLD2::GetLanguageFromName(lower.c_str());
    // Full names are known as well, but only codes are promised.
    if (language == CLD2::UNKNOWN_LANGUAGE || language == CLD2::TG_UNKNOWN_LANGUAGE ||
        code.size() > 3)
        return std::nullopt;
    return language;
}

std::string code_of_language(int language)
{
    if (language == CLD2::HEBREW)
        return "he";  // CLD2 says "iw", as it was before 1989.
    return CLD2::LanguageCode(static_cast<CLD2::Language>(language));
}

bool reads_like(int language, int other)
{
    if (language == other)
        return true;
    const auto chinese = [](int each) {
        return each == CLD2::CHINESE || each == CLD2::CHINESE_T;
    };
    if (chinese(language) && chinese(other))
        return true;
    const auto set = CLD2::LanguageCloseSet(static_cast<CLD2::Language>(language));
    return set != 0 && set == CLD2::LanguageCloseSet(static_cast<CLD2::Language>(other));
}

}  // namespace rejoinder::moderation
