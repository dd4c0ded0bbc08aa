#pragma once

#include "server/model/submission.hpp"
#include "server/storage/store.hpp"

#include <cstdint>
#include <map>
#include <set>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace rejoinder::worker {

/// What moderators and readers know of the authors of a batch: who is banned, and whose name is
/// taken.
class known_authors {
public:
    /// A name is taken from `known_author_min` published comments on; 0: none is. Asks the storage
    /// once or twice for each site, and throws what it throws.
    known_authors(
        storage::store& store,
        std::span<const model::submission> batch,
        std::int64_t known_author_min);

    bool is_banned(const model::submission& submission) const;

    /// Whether others are known under the name and its author is not.
    bool has_anothers_name(const model::submission& submission) const;

    /// What a stored comment is found by when its name is looked up; empty where nothing proved
    /// who wrote it.
    static std::string proved_name_of(const model::submission& submission);

private:
    using author_key = std::pair<model::site_id, model::pseudonym>;
    using name_of_site = std::pair<model::site_id, std::string>;

    std::map<author_key, std::vector<model::ban>> bans_;
    std::map<name_of_site, std::set<model::pseudonym>> owners_;
};

}  // namespace rejoinder::worker
