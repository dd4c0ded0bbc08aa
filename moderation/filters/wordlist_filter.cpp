#include "moderation/filters/wordlist_filter.hpp"

#include "moderation/text/pattern_set.hpp"

#include <algorithm>

namespace rejoinder::moderation {

namespace {

/// An entry as the operator wrote it.
std::string as_written(const word_entry& entry)
{
    if (entry.kind == entry_kind::pattern)
        return "/" + entry.text + "/";
    return (entry.open_begin ? "*" : "") + entry.text + (entry.open_end ? "*" : "");
}

bool overlap(const text_span& left, const text_span& right)
{
    return left.begin < right.end && right.begin < left.end;
}

}  // namespace

wordlist_filter::wordlist_filter(const wordlist_settings& settings)
{
    std::vector<pattern_source> sources;
    for (const auto& list : settings.lists) {
        sources.push_back({list.name, list.entries});
        lists_.push_back({list.name, list.reason, list.fields, {}});
    }
    patterns_ = std::make_unique<const pattern_set>(sources);
}

wordlist_filter::~wordlist_filter() = default;

findings wordlist_filter::inspect(const comment_view& comment) const
{
    findings found;
    look_at(comment_field::name, comment.folded_name, found);
    look_at(comment_field::website, comment.folded_website, found);
    look_at(comment_field::text, comment.folded_text_body, found);
    if (!comment.email_domain.empty() && look_into(comment_field::email_domain))
        look_at(comment_field::email_domain, folded_text(comment.email_domain), found);
    return found;
}

void wordlist_filter::look_at(comment_field field, const folded_text& text, findings& found) const
{
    if (text.units().empty())
        return;
    std::vector<pattern_hit> hits;
    patterns_->find(text, hits);

    // The longest first, so that of overlapping hits the shorter ones are dropped; then by their
    // order in the rule set, so that the same text always gives the same findings.
    std::sort(hits.begin(), hits.end(), [](const pattern_hit& left, const pattern_hit& right) {
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
        const bool known =
            std::any_of(found.begin() + first_new, found.end(), [&](const finding& item) {
                return item.reason == list.reason && overlap(item.span, hit.span);
            });
        if (known)
            continue;
        found.push_back(
            {.reason = list.reason,
             .field = field,
             .span = hit.span,
             .detail = as_written(*hit.entry)});
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
