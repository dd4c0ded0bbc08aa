#pragma once

#include "moderation/comment_view.hpp"
#include "moderation/text/similarity.hpp"
#include "server/model/submission.hpp"
#include "server/storage/store.hpp"

#include <chrono>
#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <vector>

namespace rejoinder::worker {

/// Comments like those of a batch, by whomever: what storage has, and what came earlier in the
/// batch.
class similar_texts {
public:
    /// Asks the storage for each submission of some length; a window of 0 asks for none.
    similar_texts(
        storage::store& store,
        std::span<const model::submission> batch,
        std::chrono::seconds window);

    /// What others wrote that may be like it: the newest of each, newest first.
    std::vector<moderation::recent_comment> by_others(const model::submission& submission) const;

    /// By what texts like it are looked up; empty for one too short to be compared.
    std::vector<std::int64_t> sketch_of(const model::submission& submission) const;

    /// The cluster of the text most like it, by whomever, if one is much like it; else empty.
    std::string cluster_of(const model::submission& submission) const;

    /// Later submissions of the batch see this one.
    void add(const model::submission& submission, const std::string& cluster);

private:
    struct candidates {
        model::site_id site;
        moderation::shingles text;
        std::vector<std::int64_t> sketch;
        std::vector<storage::similar_comment> found;  ///< Newest first.
    };

    /// Nothing for a text that is too short to be compared.
    const candidates* of(const model::submission& submission) const;

    std::map<model::comment_id, candidates> by_id_;
};

}  // namespace rejoinder::worker
