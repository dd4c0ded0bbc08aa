#pragma once

#include "server/model/comment.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace rejoinder::model {

enum class decision_action { approve, reject, spam };

std::string_view to_string(decision_action action) noexcept;
std::optional<decision_action> decision_action_from(std::string_view text) noexcept;

/// What a moderator makes of one comment.
struct decision {
    comment_id comment;
    std::int64_t expected_revision = 0;
    decision_action action = decision_action::approve;
    std::string reason;  ///< Free text or code, at most 500 bytes; may be empty.
};

/// Whether a moderator may take this action on a comment in this state, and the state it leads to.
/// Withdrawn and erased comments are beyond decision; deciding what already is so is refused.
std::optional<comment_state> state_after(decision_action action, comment_state from) noexcept;

enum class decision_status { done, conflict, not_found, not_allowed };

std::string_view to_string(decision_status status) noexcept;

/// What became of one decision. State and revision are the comment's present ones where it exists.
struct decision_outcome {
    comment_id comment;
    decision_status status = decision_status::not_found;
    std::optional<comment_state> state;
    std::int64_t revision = 0;
};

}  // namespace rejoinder::model
