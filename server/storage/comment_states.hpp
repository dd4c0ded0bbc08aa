#pragma once

#include "server/model/comment.hpp"
#include "server/storage/sql_statement.hpp"

#include <soci/soci.h>

#include <cstdint>
#include <optional>
#include <string>

namespace rejoinder::storage {

/// What a change of state must know of a comment.
struct comment_position {
    model::story_key story;
    model::comment_state state = model::comment_state::pending;
    std::int64_t revision = 0;
    std::string root;
};

std::optional<comment_position> read_position(soci::session& session, const model::comment_id& id);

struct next_state {
    model::comment_state state = model::comment_state::pending;
    bool decided = false;  ///< By a moderator.
};

/// Gives the comment another state, the next revision, and its discussion the right count of what
/// it shows.
void write_state(
    soci::session& session,
    const model::comment_id& id,
    const comment_position& from,
    const next_state& to);

/// One more, or one less, comment of the discussion is shown.
void change_shown(soci::session& session, const std::string& root, int by);

}  // namespace rejoinder::storage
