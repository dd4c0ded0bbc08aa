#pragma once

#include "tests/support/sample_submission.hpp"
#include "tests/support/unused_store.hpp"

#include <map>
#include <string>
#include <vector>

namespace rejoinder::tests {

/// Answers what a batch asks for, and remembers what was asked.
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

    std::optional<model::story> find_story(const model::story_key& key) override
    {
        ++stories_asked;
        const auto at = stories.find(key);
        return at == stories.end() ? std::nullopt : std::optional(at->second);
    }

    struct activity_question {
        std::string site;
        std::size_t authors;
        model::timestamp since;
        int recent_max;
    };

    std::map<model::pseudonym, storage::author_activity> activity;
    std::map<model::story_key, model::story> stories;
    std::int64_t network_count = 0;

    std::vector<activity_question> activity_asked;
    std::map<model::client_pseudonym, model::timestamp> networks_asked;
    int stories_asked = 0;
};

}  // namespace rejoinder::tests
