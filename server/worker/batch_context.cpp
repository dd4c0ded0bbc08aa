#include "server/worker/batch_context.hpp"

#include "server/model/url_path.hpp"
#include "server/worker/story_mode.hpp"

#include <algorithm>
#include <chrono>
#include <set>
#include <utility>

namespace rejoinder::worker {

namespace {

int minute_in_utc(model::timestamp time)
{
    const auto of_day = time - std::chrono::floor<std::chrono::days>(time);
    return static_cast<int>(std::chrono::floor<std::chrono::minutes>(of_day).count());
}

std::optional<std::int64_t> days_between(
    const std::optional<model::timestamp>& from,
    model::timestamp to)
{
    if (!from)
        return std::nullopt;
    return std::chrono::floor<std::chrono::days>(to - *from).count();
}

}  // namespace

batch_context::batch_context(
    storage::store& store,
    std::span<const model::submission> batch,
    const context_needs& needs,
    site_facts sites)
    : needs_(needs),
      sites_(std::move(sites)),
      known_(store, batch, needs.known_author_min),
      similar_(store, batch, needs.copies_window)
{
    gather_authors(store, batch);
    gather_networks(store, batch);
    gather_stories(store, batch);
}

void batch_context::gather_authors(storage::store& store, std::span<const model::submission> batch)
{
    std::map<model::site_id, std::set<model::pseudonym>> by_site;
    auto earliest = model::timestamp::max();
    for (const auto& submission : batch) {
        by_site[submission.story.site].insert(submission.author.known_as);
        earliest = std::min(earliest, submission.submitted_at);
    }

    const auto recent_max = std::max(0, needs_.author_recent_max);
    for (const auto& [site, names] : by_site) {
        const std::vector<model::pseudonym> authors(names.begin(), names.end());
        auto activity =
            store.activity_of(site, authors, earliest - needs_.author_window, recent_max);
        for (std::size_t i = 0; i < authors.size(); ++i) {
            author_history history(std::move(activity.at(i)), static_cast<std::size_t>(recent_max));
            authors_.emplace(author_key(site, authors[i]), std::move(history));
        }
    }
}

void batch_context::gather_networks(storage::store& store, std::span<const model::submission> batch)
{
    std::map<model::client_pseudonym, model::timestamp> latest;
    for (const auto& submission : batch) {
        if (submission.network.empty())
            continue;
        auto& time = latest[submission.network];
        time = std::max(time, submission.submitted_at);
    }
    // Counted back from the latest of a batch: after an outage a batch spans more than the window,
    // and a busy network shall not be blamed for the sum.
    for (const auto& [network, time] : latest)
        networks_[network].stored = store.count_from_network(network, time - needs_.network_window);
}

void batch_context::gather_stories(storage::store& store, std::span<const model::submission> batch)
{
    std::map<model::story_key, model::timestamp> latest;
    for (const auto& submission : batch) {
        if (!stories_.contains(submission.story))
            stories_.emplace(submission.story, facts_of(store, submission));
        auto& time = latest[submission.story];
        time = std::max(time, submission.submitted_at);
        const auto [queue, first] = review_queues_.try_emplace(submission.story.site, 0);
        if (first && needs_.review_queue)
            queue->second = store.counts(submission.story.site.str()).pending;
    }
    if (needs_.story_window.count() == 0)
        return;
    for (const auto& [story, time] : latest)
        stories_.at(story).comments.stored =
            store.count_in_story(story, time - needs_.story_window);
}

batch_context::story_facts batch_context::facts_of(
    storage::store& store,
    const model::submission& first) const
{
    const auto story = store.find_story(first.story);
    story_facts facts;
    // A sender may name any page of the site; the one first seen is the story's.
    facts.path = model::path_of_url(story ? story->url : first.story_url);
    facts.mode = mode_of(story, sites_.mode_of, first.story.site);
    facts.published_at =
        story && story->published_at ? story->published_at : first.story_published_at;
    return facts;
}

moderation::comment_input batch_context::input_for(const model::submission& submission) const
{
    const auto& story = stories_.at(submission.story);
    moderation::comment_input input;
    input.name = submission.author.name;
    input.website = submission.author.website;
    input.email_domain = submission.author.email_domain;
    input.text = submission.text;
    input.is_reply = submission.parent.has_value();
    input.own_address_masked = submission.own_address_masked;
    input.form = submission.form;
    input.author = author_of(submission);
    input.by_others = similar_.by_others(submission);
    input.surroundings = around(submission);
    input.story_age_days = days_between(story.published_at, submission.submitted_at);
    input.story = {
        .site = submission.story.site.str(),
        .story = submission.story.story.str(),
        .path = story.path,
        .mode = story.mode,
        .minute_of_day = minute_of_day(submission),
        .review_queue = review_queues_.at(submission.story.site),
    };
    return input;
}

moderation::author_activity batch_context::author_of(const model::submission& submission) const
{
    auto author =
        authors_.at({submission.story.site, submission.author.known_as}).as_of(submission);
    author.banned = known_.is_banned(submission);
    // Of two of the same name, the other is welcome too once a moderator has approved it.
    author.name_is_anothers =
        known_.has_anothers_name(submission) && !(author.proved && author.approved_by_human > 0);
    return author;
}

moderation::surrounding_activity batch_context::around(const model::submission& submission) const
{
    moderation::surrounding_activity counts;
    const auto network = networks_.find(submission.network);
    if (network != networks_.end())
        counts.from_network =
            network->second.count_since(submission.submitted_at - needs_.network_window);
    if (needs_.story_window.count() > 0)
        counts.in_story = stories_.at(submission.story)
                              .comments.count_since(submission.submitted_at - needs_.story_window);
    return counts;
}

int batch_context::minute_of_day(const model::submission& submission) const
{
    return sites_.minute_of_day
               ? sites_.minute_of_day(submission.story.site, submission.submitted_at)
               : minute_in_utc(submission.submitted_at);
}

std::int64_t batch_context::recent_count::count_since(model::timestamp since) const
{
    return stored + std::ranges::count_if(in_batch, [since](auto time) { return time >= since; });
}

std::vector<std::int64_t> batch_context::sketch_of(const model::submission& submission) const
{
    return similar_.sketch_of(submission);
}

std::string batch_context::cluster_of(const model::submission& submission) const
{
    return similar_.cluster_of(submission);
}

void batch_context::add(
    const model::submission& submission,
    moderation::verdict_kind verdict,
    const std::string& cluster)
{
    similar_.add(submission, cluster);
    authors_.at({submission.story.site, submission.author.known_as}).add(submission, verdict);
    if (const auto at = networks_.find(submission.network); at != networks_.end())
        at->second.in_batch.push_back(submission.submitted_at);
    stories_.at(submission.story).comments.in_batch.push_back(submission.submitted_at);
}

}  // namespace rejoinder::worker
