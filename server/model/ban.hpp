#pragma once

#include "server/model/ids.hpp"
#include "server/model/time.hpp"

#include <optional>
#include <string>

namespace rejoinder::model {

/// A moderator shut an author out: new comments are `banned_author`. What is published stays. A ban
/// is lifted and never deleted: it is its own audit log.
struct ban {
    std::string id;  ///< UUIDv7.
    pseudonym author;
    site_id site;        ///< Empty: every site.
    story_id story;      ///< Empty: the whole site.
    std::string reason;  ///< As given, at most 500 bytes; may be empty.
    std::string by;      ///< The moderator's name.
    timestamp at;
    std::optional<timestamp> ends_at;  ///< Absent: for good.
    std::string lifted_by;             ///< Empty while it has not been lifted.
    std::optional<timestamp> lifted_at;

    /// Whether it covers comments on the story.
    bool covers(const story_key& key) const
    {
        return (site.empty() || site == key.site) && (story.empty() || story == key.story);
    }
};

}  // namespace rejoinder::model
