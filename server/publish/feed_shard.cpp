#include "server/publish/feed_shard.hpp"

#include <algorithm>
#include <utility>

namespace rejoinder::publish {

namespace {

std::shared_ptr<const std::string> hello(std::int64_t latest)
{
    return std::make_shared<const std::string>(
        R"({"type":"hello","id":")" + std::to_string(latest) + R"("})");
}

std::shared_ptr<const std::string> resync()
{
    static const auto message = std::make_shared<const std::string>(R"({"type":"resync"})");
    return message;
}

}  // namespace

feed_shard::feed_shard(const publish_settings& settings)
    : history_events_max_(settings.history_events_max),
      replay_messages_max_(settings.replay_messages_max),
      replay_bytes_max_(settings.replay_bytes_max),
      render_every_(settings.render_every)
{
}

void feed_shard::join_story(
    const model::story_key& story,
    subscriber& listener,
    std::optional<std::int64_t> since)
{
    greet(listener, &story, {}, since);
    by_story_[story].insert(&listener);
}

void feed_shard::leave_story(const model::story_key& story, subscriber& listener)
{
    const auto found = by_story_.find(story);
    if (found == by_story_.end())
        return;
    found->second.erase(&listener);
    if (found->second.empty())
        by_story_.erase(found);
}

void feed_shard::join_desk(
    subscriber& listener,
    std::optional<std::int64_t> since,
    model::site_list sites)
{
    greet(listener, nullptr, sites, since);
    desk_.insert_or_assign(&listener, std::move(sites));
}

void feed_shard::leave_desk(subscriber& listener)
{
    desk_.erase(&listener);
}

void feed_shard::deliver(std::span<const feed_message> messages)
{
    const auto before = latest_;
    for (const auto& message : messages) {
        if (message.seq <= latest_)
            continue;
        latest_ = message.seq;
        history_.push_back(message);
        if (history_.size() > history_events_max_) {
            complete_since_ = history_.front().seq;
            history_.pop_front();
        }

        if (message.for_desk)
            for (const auto& [listener, sites] : desk_)
                if (model::covers(sites, message.story.site))
                    listener->deliver(message.for_desk);
        const auto found = by_story_.find(message.story);
        if (message.for_readers && found != by_story_.end())
            for (auto* listener : found->second)
                listener->deliver(message.for_readers);
    }
    if (latest_ > before) {
        settled();
        fresh_.emplace_back(clock::now(), latest_);
    }
}

void feed_shard::tell_desk(std::span<const feed_message> notices)
{
    for (const auto& notice : notices)
        for (const auto& [listener, sites] : desk_)
            if (model::covers(sites, notice.story.site))
                listener->deliver(notice.for_desk);
}

void feed_shard::reset(std::int64_t latest)
{
    latest_ = latest;
    settled_ = latest;  // No page is kept from before.
    complete_since_ = latest;
    history_.clear();
    fresh_.clear();
    const auto begin_anew = [greeting = hello(latest)](subscriber& listener) {
        listener.deliver(greeting);
        listener.deliver(resync());
    };
    for (const auto& [listener, sites] : desk_)
        begin_anew(*listener);
    for (const auto& [story, all] : by_story_)
        for (auto* listener : all)
            begin_anew(*listener);
}

std::size_t feed_shard::subscribers() const noexcept
{
    std::size_t count = desk_.size();
    for (const auto& [story, all] : by_story_)
        count += all.size();
    return count;
}

void feed_shard::greet(
    subscriber& listener,
    const model::story_key* story,
    const model::site_list& sites,
    std::optional<std::int64_t> since)
{
    if (since)
        if (const auto missed = missed_since(*since, story, sites)) {
            listener.deliver(hello(latest_));
            for (const auto& message : *missed)
                listener.deliver(message);
            return;
        }
    // The page will be fetched after this. The desk's lists are never behind.
    const auto place = story ? settled() : latest_;
    listener.deliver(hello(place));
    if (since)
        listener.deliver(resync());
    for (const auto& message : after(place, story, sites))
        listener.deliver(message);
}

std::int64_t feed_shard::settled()
{
    const auto until = clock::now() - render_every_;
    while (!fresh_.empty() && fresh_.front().first <= until) {
        settled_ = fresh_.front().second;
        fresh_.pop_front();
    }
    return settled_;
}

std::optional<feed_shard::payloads> feed_shard::missed_since(
    std::int64_t since,
    const model::story_key* story,
    const model::site_list& sites) const
{
    if (since < complete_since_ || since > latest_)
        return std::nullopt;
    auto missed = after(since, story, sites);
    std::size_t bytes = 0;
    for (const auto& message : missed)
        bytes += message->size();
    if (missed.size() > replay_messages_max_ || bytes > replay_bytes_max_)
        return std::nullopt;
    return missed;
}

feed_shard::payloads feed_shard::after(
    std::int64_t since,
    const model::story_key* story,
    const model::site_list& sites) const
{
    const auto first = std::partition_point(
        history_.begin(),
        history_.end(),
        [since](const feed_message& message) { return message.seq <= since; });
    payloads found;
    for (auto each = first; each != history_.end(); ++each) {
        if ((story && each->story != *story) || !model::covers(sites, each->story.site))
            continue;
        if (const auto& payload = story ? each->for_readers : each->for_desk)
            found.push_back(payload);
    }
    return found;
}

}  // namespace rejoinder::publish
