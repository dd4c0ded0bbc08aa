#pragma once

#include "moderation/comment_view.hpp"
#include "server/model/submission.hpp"
#include "server/storage/store.hpp"
#include "server/worker/author_history.hpp"
#include "server/worker/context_needs.hpp"
#include "server/worker/known_authors.hpp"
#include "server/worker/similar_texts.hpp"
#include "server/worker/worker_settings.hpp"

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace rejoinder::worker {

/// What the submissions of one batch are judged in the light of: gathered from storage at once,
/// then extended by each that has been judged.
class batch_context {
public:
    /// Asks the storage, and throws what it throws. The needs must outlive the context.
    batch_context(
        storage::store& store,
        std::span<const model::submission> batch,
        const context_needs& needs,
        site_facts sites = {});

    /// What the engine is given for one submission of the batch, whose strings it views.
    moderation::comment_input input_for(const model::submission& submission) const;

    /// By what texts like it are looked up, and with which it belongs: see similar_texts.
    std::vector<std::int64_t> sketch_of(const model::submission& submission) const;
    std::string cluster_of(const model::submission& submission) const;

    /// The submission has its verdict and cluster; later ones of the batch see it.
    void add(
        const model::submission& submission,
        moderation::verdict_kind verdict,
        const std::string& cluster = {});

private:
    using author_key = std::pair<model::site_id, model::pseudonym>;

    /// Comments lately: those stored before, and those of the batch.
    struct recent_count {
        std::int64_t stored = 0;
        std::vector<model::timestamp> in_batch;

        std::int64_t count_since(model::timestamp since) const;
    };

    struct story_facts {
        std::string path;
        std::optional<moderation::moderation_mode> mode;
        std::optional<model::timestamp> published_at;
        recent_count comments;
    };

    void gather_authors(storage::store& store, std::span<const model::submission> batch);
    void gather_networks(storage::store& store, std::span<const model::submission> batch);
    void gather_stories(storage::store& store, std::span<const model::submission> batch);
    story_facts facts_of(storage::store& store, const model::submission& first) const;
    moderation::author_activity author_of(const model::submission& submission) const;
    moderation::surrounding_activity around(const model::submission& submission) const;
    int minute_of_day(const model::submission& submission) const;

    const context_needs& needs_;
    site_facts sites_;
    std::map<author_key, author_history> authors_;
    std::map<model::client_pseudonym, recent_count> networks_;
    std::map<model::story_key, story_facts> stories_;
    std::map<model::site_id, std::int64_t> review_queues_;
    known_authors known_;
    similar_texts similar_;
};

}  // namespace rejoinder::worker
