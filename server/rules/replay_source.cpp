#include "server/rules/replay_source.hpp"

#include <span>
#include <string>
#include <utility>

namespace rejoinder::rules {

namespace {

constexpr int page_max = 500;

/// Brings the earlier comments that were compared with their texts, which the contexts only name.
void bring_texts(storage::store& record, std::span<replayed_comment> page)
{
    std::vector<moderation::recent_comment*> named;
    std::vector<std::string> ids;
    for (auto& each : page)
        for (auto* comments : {&each.context.author.recent, &each.context.by_others})
            for (auto& recent : *comments) {
                named.push_back(&recent);
                ids.push_back(recent.id);
            }
    const auto texts = record.texts_of(ids);
    for (auto* recent : named)
        if (const auto found = texts.find(recent->id); found != texts.end())
            recent->text = found->second;
}

}  // namespace

moderation::comment_input replayed_comment::input() const
{
    auto input = worker::input_of(context);
    input.name = stored.comment.author_name;
    input.website = stored.comment.author_website;
    input.email_domain = stored.email_domain;
    input.text = stored.comment.text;
    input.story.site = stored.comment.story.site.str();
    input.story.story = stored.comment.story.story.str();
    return input;
}

std::optional<replayed_comment> replayed(storage::store& record, const model::comment_id& id)
{
    auto stored = record.find_judged(id);
    if (!stored)
        return std::nullopt;
    auto context = worker::context_from(stored->context);
    if (!context)
        return std::nullopt;
    replayed_comment found{std::move(*stored), std::move(*context)};
    bring_texts(record, {&found, 1});
    return found;
}

replay_source::replay_source(storage::store& record, model::timestamp since)
    : record_(record),
      created_at_(since),
      total_(record.count_judged(since))
{
}

std::vector<replayed_comment> replay_source::next()
{
    std::vector<replayed_comment> page;
    while (page.empty()) {
        auto found = record_.judged_after(created_at_, id_, page_max);
        if (found.empty())
            return page;
        created_at_ = found.back().comment.created_at;
        id_ = found.back().comment.id;
        for (auto& each : found)
            if (auto context = worker::context_from(each.context))
                page.push_back({std::move(each), std::move(*context)});
    }
    bring_texts(record_, page);
    return page;
}

}  // namespace rejoinder::rules
