#include "moderation/filters/language_filter.hpp"

#include "moderation/rule_set_error.hpp"
#include "moderation/text/language.hpp"

#include <algorithm>

namespace rejoinder::moderation {

namespace {

// Shares of the text in percent.
constexpr int other_language_min = 60;
constexpr int accepted_language_max = 25;

}  // namespace

language_filter::language_filter(language_settings settings)
    : letters_min_(settings.letters_min)
{
    for (const auto& code : settings.accepted) {
        const auto language = language_from(code);
        if (!language)
            throw rule_set_error(
                "language: \"" + code + "\" is no code of a language that is known");
        accepted_.push_back(*language);
    }
}

bool language_filter::accepts(int language) const
{
    return std::ranges::any_of(accepted_, [&](int accepted) {
        return reads_like(language, accepted);
    });
}

findings language_filter::inspect(const comment_view& comment) const
{
    if (accepted_.empty())
        return {};
    const auto guess = guess_language(comment.text, comment.links);
    const auto [language, percent] = guess.shares.front();
    int accepted = 0;
    for (const auto& share : guess.shares)
        accepted += accepts(share.language) ? share.percent : 0;
    if (guess.letters < letters_min_ || !guess.reliable || accepts(language) ||
        percent < other_language_min || accepted > accepted_language_max)
        return {};
    return {{.reason = reason::other_language, .detail = code_of_language(language)}};
}

}  // namespace rejoinder::moderation
