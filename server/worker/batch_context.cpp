#include "server/worker/batch_context.hpp"

#include <algorithm>
#include <chrono>
#include <set>

namespace rejoinder::worker {

namespace {

std::optional<moderation::moderation_mode> mode_of(
    const std::optional<model::story>& story,
    const worker_settings& settings,
    const model::site_id& site)
{
    if (story && story->state == model::story_state::pre_moderated)
        return moderation::moderation_mode::before;
    return settings.mode_of ? settings.mode_of(site) : std::nullopt;
}

/// "/sport/final" of "https://news.example/sport/final?page=2#top".
std::string path_of(const std::string& url)
{
    const auto host = url.find("://");
    const auto path = host == std::string::npos ? host : url.find_first_of("/?#", host + 3);
    if (path == std::string::npos || url[path] != '/')
        return "/";
    return url.substr(path, url.find_first_of("?#", path) - path);
}

int minute_of_day(model::timestamp time)
{
    const auto of_day = time - std::chrono::floor<std::chrono::days>(time);
    return static_cast<int>(std::chrono::floor<std::chrono::minutes>(of_day).count());
}

}  // namespace

batch_context::batch_context(
    storage::store& store,
    std::span<const model::submission> batch,
    const worker_settings& settings)
    : settings_(settings)
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

    const auto recent_max = std::max(0, settings_.author_recent_max);
    for (const auto& [site, names] : by_site) {
        const std::vector<model::pseudonym> authors(names.begin(), names.end());
        auto activity =
            store.activity_of(site, authors, earliest - settings_.author_window, recent_max);
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
        networks_[network].stored =
            store.count_from_network(network, time - settings_.network_window);
}

void batch_context::gather_stories(storage::store& store, std::span<const model::submission> batch)
{
    for (const auto& submission : batch) {
        const auto [at, fresh] = stories_.try_emplace(submission.story);
        if (!fresh)
            continue;
        const auto story = store.find_story(submission.story);
        // A sender may name any page of the site; the one first seen is the story's.
        at->second.path = path_of(story ? story->url : submission.story_url);
        at->second.mode = mode_of(story, settings_, submission.story.site);
        const auto [queue, first] = review_queues_.try_emplace(submission.story.site, 0);
        if (first && settings_.review_queue_matters)
            queue->second = store.counts(submission.story.site.str()).pending;
    }
}

moderation::comment_input batch_context::input_for(const model::submission& submission) const
{
    moderation::comment_input input;
    input.name = submission.author.name;
    input.website = submission.author.website;
    input.email_domain = submission.author.email_domain;
    input.text = submission.text;
    input.is_reply = submission.parent.has_value();
    input.own_address_masked = submission.own_address_masked;
    input.author =
        authors_.at({submission.story.site, submission.author.known_as}).as_of(submission);
    input.surroundings.from_network = count_from_network(submission);
    const auto& story = stories_.at(submission.story);
    input.story = {
        .site = submission.story.site.str(),
        .story = submission.story.story.str(),
        .path = story.path,
        .mode = story.mode,
        .minute_of_day = minute_of_day(submission.submitted_at),
        .review_queue = review_queues_.at(submission.story.site),
    };
    return input;
}

std::int64_t batch_context::count_from_network(const model::submission& submission) const
{
    const auto network = networks_.find(submission.network);
    if (network == networks_.end())
        return 0;
    const auto since = submission.submitted_at - settings_.network_window;
    const auto& times = network->second.in_batch;
    return network->second.stored +
           std::ranges::count_if(times, [since](auto time) { return time >= since; });
}

void batch_context::add(const model::submission& submission, moderation::verdict_kind verdict)
{
    authors_.at({submission.story.site, submission.author.known_as}).add(submission, verdict);
    if (const auto at = networks_.find(submission.network); at != networks_.end())
        at->second.in_batch.push_back(submission.submitted_at);
}

}  // namespace rejoinder::worker
