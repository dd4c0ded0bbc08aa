#pragma once

#include "server/model/story.hpp"
#include "server/storage/sql_statement.hpp"

#include <optional>
#include <span>
#include <unordered_map>

namespace rejoinder::storage {

/// The story with its count of published comments.
std::optional<model::story> read_story(soci::session& session, const model::story_key& key);

/// The stories asked for, each once however often it is asked, with their counts.
std::unordered_map<model::story_key, model::story> read_stories(
    soci::session& session,
    std::span<const model::story_key> keys);

}  // namespace rejoinder::storage
