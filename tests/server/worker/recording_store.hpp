#pragma once

#include "server/storage/storage_failure.hpp"
#include "tests/support/sample_submission.hpp"
#include "tests/support/unused_store.hpp"

#include <atomic>
#include <map>
#include <string>
#include <vector>

namespace rejoinder::tests {

/// Answers what a batch asks for, and remembers what was asked and added. Refuses the text
/// "poison".
class recording_store final : public unused_store {
public:
    std::vector<storage::author_activity> activity_of(
        const model::site_id& site,
        std::span<const model::pseudonym> authors,
        model::timestamp since,
        int recent_max) override
    {
        activity_asked.push_back({site.str(), authors.size(), since, recent_max});
        std::vector<storage::author_activity> answer;
        for (const auto& author : authors)
            answer.push_back(activity[author]);
        return answer;
    }

    std::int64_t count_from_network(const model::client_pseudonym& network, model::timestamp since)
        override
    {
        networks_asked[network] = since;
        return network_count;
    }

    std::int64_t count_in_story(const model::story_key&, model::timestamp since) override
    {
        story_since = since;
        return story_count;
    }

    std::vector<model::ban> bans_in_force(
        const model::site_id&,
        std::span<const model::pseudonym>,
        model::timestamp) override
    {
        return bans;
    }

    std::vector<storage::owned_name> owners_of_names(
        const model::site_id&,
        std::span<const std::string>,
        std::int64_t) override
    {
        return owners;
    }

    std::optional<model::story> find_story(const model::story_key& key) override
    {
        ++stories_asked;
        const auto at = stories.find(key);
        return at == stories.end() ? std::nullopt : std::optional(at->second);
    }

    std::vector<storage::similar_comment> similar_to(
        const model::site_id&,
        std::span<const std::int64_t>,
        model::timestamp since,
        int) override
    {
        ++similar_asked;
        similar_since = since;
        return similar;
    }

    storage::state_counts counts(const storage::desk_scope&) override
    {
        return {.pending = pending};
    }

    std::optional<model::comment> find_comment(const model::comment_id& id) override
    {
        if (!stored.contains(id))
            return std::nullopt;
        model::comment comment;
        comment.id = id;
        return comment;
    }

    std::size_t add(std::span<const storage::judged_submission> batch) override
    {
        for (const auto& each : batch)
            if (each.submission.text == "poison")
                throw storage::storage_failure("adding comments", 1);
        if (refuses_all) {
            ++refused;
            throw storage::storage_failure("adding comments", 2);
        }
        for (const auto& each : batch)
            added += stored.emplace(each.submission.id, each.verdict.kind).second ? 1 : 0;
        ++transactions;
        return batch.size();
    }

    struct activity_question {
        std::string site;
        std::size_t authors;
        model::timestamp since;
        int recent_max;
    };

    std::atomic<std::size_t> added{0};  ///< To wait for; the rest is to be read afterwards.
    std::map<model::pseudonym, storage::author_activity> activity;
    std::map<model::story_key, model::story> stories;
    std::vector<storage::similar_comment> similar;
    int similar_asked = 0;
    model::timestamp similar_since;
    std::int64_t network_count = 0;
    std::vector<model::ban> bans;
    std::vector<storage::owned_name> owners;
    std::int64_t story_count = 0;
    model::timestamp story_since;

    std::map<model::comment_id, moderation::verdict_kind> stored;
    int transactions = 0;
    std::atomic<bool> refuses_all = false;
    std::atomic<int> refused = 0;

    std::vector<activity_question> activity_asked;
    std::map<model::client_pseudonym, model::timestamp> networks_asked;
    int stories_asked = 0;
    std::int64_t pending = 0;  ///< Of every site.
};

}  // namespace rejoinder::tests
