#include "moderation/filters/language_filter.hpp"

#include "moderation/rule_set_error.hpp"
#include "moderation/text/ascii.hpp"
#include "moderation/text/find_links.hpp"
#include "moderation/text/utf8.hpp"

#include <cld2/public/compact_lang_det.h>
#include <unicode/uchar.h>

#include <algorithm>

namespace rejoinder::moderation {

namespace {

// Shares of the text in percent, as CLD2 counts them.
constexpr int other_language_min = 60;
constexpr int accepted_language_max = 25;

struct letters_and_blanks {
    std::string text;
    std::size_t letters = 0;
};

/// What tells of a language: neither links nor signs, and only valid UTF-8.
letters_and_blanks words_of(const comment_view& comment)
{
    letters_and_blanks words;
    auto skip = comment.links.begin();
    for (std::size_t at = 0; at < comment.text.size();) {
        if (skip != comment.links.end() && at >= skip->span.begin) {
            at = std::max(at, skip->span.end);
            ++skip;
            words.text += ' ';
            continue;
        }
        const auto c = next_code_point(comment.text, at);
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

CLD2::Language language_from(const std::string& code)
{
    const auto lower = lower_ascii(code);
    const auto language = CLD2::GetLanguageFromName(lower.c_str());
    // Full names are known as well, but only codes are promised.
    if (language == CLD2::UNKNOWN_LANGUAGE || language == CLD2::TG_UNKNOWN_LANGUAGE ||
        code.size() > 3)
        throw rule_set_error("language: \"" + code + "\" is no code of a language that is known");
    return language;
}

std::string code_of(CLD2::Language language)
{
    if (language == CLD2::HEBREW)
        return "he";  // CLD2 says "iw", as it was before 1989.
    return CLD2::LanguageCode(language);
}

}  // namespace

language_filter::language_filter(language_settings settings)
    : letters_min_(settings.letters_min)
{
    for (const auto& code : settings.accepted)
        accepted_.push_back(language_from(code));
    if (accepts(CLD2::CHINESE))
        accepted_.push_back(CLD2::CHINESE_T);
}

bool language_filter::accepts(int language) const
{
    const auto set = CLD2::LanguageCloseSet(static_cast<CLD2::Language>(language));
    return std::ranges::any_of(accepted_, [&](int accepted) {
        return accepted == language ||
               (set != 0 && set == CLD2::LanguageCloseSet(static_cast<CLD2::Language>(accepted)));
    });
}

findings language_filter::inspect(const comment_view& comment) const
{
    if (accepted_.empty())
        return {};
    const auto words = words_of(comment);
    if (words.letters < letters_min_)
        return {};

    CLD2::Language languages[3] = {};
    int percent[3] = {};
    int letter_bytes = 0;
    bool reliable = false;
    CLD2::ExtDetectLanguageSummary(
        words.text.data(),
        static_cast<int>(words.text.size()),
        true,  // plain text
        languages,
        percent,
        &letter_bytes,
        &reliable);

    int accepted = 0;
    for (int i = 0; i < 3; ++i)
        accepted += accepts(languages[i]) ? percent[i] : 0;
    if (!reliable || languages[0] == CLD2::UNKNOWN_LANGUAGE || accepts(languages[0]) ||
        percent[0] < other_language_min || accepted > accepted_language_max)
        return {};
    return {{.reason = reason::other_language, .detail = code_of(languages[0])}};
}

}  // namespace rejoinder::moderation
