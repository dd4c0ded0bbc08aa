#pragma once

#include "server/storage/store.hpp"

#include <nlohmann/json_fwd.hpp>

namespace rejoinder::routes {

/// A comment as the desk sees it: text, state, findings, what is known of its author. Never the
/// address. Places of findings are counted in code points.
nlohmann::json desk_comment_json(const storage::desk_comment& entry);

/// An entry of a comment's history.
nlohmann::json history_json(const model::event& event);

}  // namespace rejoinder::routes
