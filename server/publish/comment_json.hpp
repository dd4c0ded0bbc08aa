#pragma once

#include "server/model/comment.hpp"
#include "server/model/story.hpp"

#include <nlohmann/json_fwd.hpp>

#include <string>
#include <vector>

namespace rejoinder::publish {

/// A published comment as every reader may see it: `comment` of the API, without `replies`.
nlohmann::json comment_json(const model::comment& comment);

/// `story` of the API.
nlohmann::json story_json(const model::story& story);

/// The body of GET …/comments. Comments come as storage lists them, parents before replies; a
/// comment whose parent is not on the page is put at the top.
std::string page_json(
    const model::story& story,
    const std::vector<model::comment>& comments,
    const std::string& next);

}  // namespace rejoinder::publish
