#pragma once

#include "server/model/comment.hpp"
#include "server/model/story.hpp"
#include "server/storage/reading_store.hpp"

#include <nlohmann/json_fwd.hpp>

#include <string>

namespace rejoinder::publish {

/// A published comment as every reader may see it: `comment` of the API, without `replies`.
nlohmann::json comment_json(const model::comment& comment);

/// `story` of the API.
nlohmann::json story_json(const model::story& story);

/// The body of GET …/comments. Comments come as storage lists them, parents before replies; a
/// comment whose parent is not on the page is put at the top.
std::string page_json(const model::story& story, const storage::comment_page& page);

/// The body of GET …/comments?replies_to=, likewise.
std::string replies_json(const storage::comment_page& page);

}  // namespace rejoinder::publish
