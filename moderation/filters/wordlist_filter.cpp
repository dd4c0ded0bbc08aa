#include "moderation/filters/wordlist_filter.hpp"

#include "moderation/rule_set_error.hpp"
#include "moderation/text/find_links.hpp"
#include "moderation/text/language.hpp"
#include "moderation/text/pattern_set.hpp"

#include <algorithm>
#include <optional>

namespace rejoinder::moderation {

namespace {

constexpr int any_language = -1;

/// An entry as the operator wrote it.
std::string as_written(const word_entry& entry)
{
    if (entry.kind == entry_kind::pattern)
        return "/" + entry.text + "/";
    if (entry.case_sensitive)
        return "=" + entry.text;
    return (entry.open_begin ? "*" : "") + entry.text + (entry.open_end ? "*" : "");
}

/// Nothing is rejected unseen for a guess.
reason of_guess(reason said)
{
    return said == reason::banned_word ? reason::disguised_word : said;
}

/// A delicate word tells too little for guessing at it.
guessing guessed_as(reason said)
{
    switch (said) {
    case reason::banned_word:
        return guessing::free;
    case reason::mild_word:
        return guessing::none;
    default:
        return guessing::careful;
    }
}

bool overlap(const text_span& left, const text_span& right)
{
    return left.begin < right.end && right.begin < left.end;
}

}  // namespace

class wordlist_filter::written_language {
public:
    explicit written_language(const comment_view& comment)
        : comment_(comment)
    {
    }

    /// Whether the text is long enough to tell and nothing of it is in the language.
    bool is_certainly_not(int language)
    {
        constexpr std::size_t letters_min = 60;
        constexpr int other_min = 60;  // percent
        if (!guess_)
            guess_ = guess_language(comment_.text, comment_.links);
        return guess_->letters >= letters_min && guess_->reliable &&
               guess_->shares.front().percent >= other_min && guess_->percent_of(language) == 0;
    }

private:
    const comment_view& comment_;
    std::optional<language_guess> guess_;
};

wordlist_filter::wordlist_filter(const wordlist_settings& settings)
{
    std::vector<pattern_source> sources;
    for (const auto& list : settings.lists) {
        sources.push_back({list.name, list.entries, guessed_as(list.reason)});
        lists_.push_back({list.name, list.reason, list.fields, list.language, list.silent, {}});
        const auto language = language_from(list.language);
        if (!language && !list.language.empty())
            throw rule_set_error(
                list.name + ": \"" + list.language + "\" is no code of a language that is known");
        languages_.push_back(language.value_or(any_language));
    }
    patterns_ = std::make_unique<const pattern_set>(sources);
}

wordlist_filter::~wordlist_filter() = default;

findings wordlist_filter::inspect(const comment_view& comment) const
{
    findings found;
    written_language language(comment);
    look_at(comment_field::name, comment.folded_name, comment.name, language, found);
    look_at(comment_field::website, comment.folded_website, comment.website, language, found);
    look_at(comment_field::text, comment.folded_text_body, comment.text, language, found);
    if (!comment.email_domain.empty() && look_into(comment_field::email_domain)) {
        const auto first = found.size();
        // With the sign before it, as keys such as "@spam.example" want it.
        const std::string domain = "@" + std::string(comment.email_domain);
        look_at(comment_field::email_domain, folded_text(domain), domain, language, found);
        for (auto i = first; i < found.size(); ++i) {
            found[i].span.begin -= found[i].span.begin > 0 ? 1 : 0;
            found[i].span.end -= 1;
        }
    }
    return found;
}

void wordlist_filter::look_at(
    comment_field field,
    const folded_text& text,
    std::string_view original,
    written_language& language,
    findings& found) const
{
    if (text.units().empty())
        return;
    std::vector<pattern_hit> hits;
    patterns_->find(text, original, hits);

    // What is certain before guesses, then the longest first, so that of overlapping hits the
    // others are dropped; then by their order in the rule set, so that the same text always gives
    // the same findings.
    std::sort(hits.begin(), hits.end(), [](const pattern_hit& left, const pattern_hit& right) {
        if (left.guessed != right.guessed)
            return right.guessed;
        if (left.length() != right.length())
            return left.length() > right.length();
        if (left.span.begin != right.span.begin)
            return left.span.begin < right.span.begin;
        return left.entry < right.entry;
    });
    const auto first_new = static_cast<std::ptrdiff_t>(found.size());
    for (const auto& hit : hits) {
        const auto& list = lists_[hit.list];
        if (std::find(list.fields.begin(), list.fields.end(), field) == list.fields.end())
            continue;
        if (field == comment_field::text && languages_[hit.list] != any_language &&
            language.is_certainly_not(languages_[hit.list]))
            continue;
        const bool known =
            std::any_of(found.begin() + first_new, found.end(), [&](const finding& item) {
                return (item.reason == list.reason || hit.guessed) && item.silent == list.silent &&
                       overlap(item.span, hit.span);
            });
        if (known)
            continue;
        found.push_back(
            {.reason = hit.guessed ? of_guess(list.reason) : list.reason,
             .field = field,
             .span = hit.span,
             .detail = as_written(*hit.entry),
             .silent = list.silent});
        if (found.size() >= findings_max)
            break;
    }
    std::sort(
        found.begin() + first_new,
        found.end(),
        [](const finding& left, const finding& right) {
            return left.span.begin < right.span.begin;
        });
}

bool wordlist_filter::look_into(comment_field field) const
{
    return std::any_of(lists_.begin(), lists_.end(), [field](const word_list& list) {
        return std::find(list.fields.begin(), list.fields.end(), field) != list.fields.end();
    });
}

}  // namespace rejoinder::moderation
