#pragma once

#include "server/model/comment.hpp"
#include "server/model/story.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace rejoinder::model {

enum class event_kind {
    judged,        ///< The filters gave a fresh comment its first state.
    decided,       ///< A moderator changed its state.
    undone,        ///< A moderator took a decision back.
    edited,        ///< Its text changed.
    withdrawn,     ///< Its author took it back.
    reported,      ///< A reader complained of it.
    liked,         ///< More or fewer readers like it.
    story_changed  ///< A story was opened, closed or pre-moderated.
};

std::string_view to_string(event_kind kind) noexcept;
std::optional<event_kind> event_kind_from(std::string_view text) noexcept;

/// One row of the event table: audit log, undo history and outbox in one. Written in the
/// transaction of the change it tells of.
struct event {
    std::int64_t seq = 0;  ///< Given by storage; strictly increasing; resume point of every feed.
    event_kind kind = event_kind::judged;
    story_key story;
    std::optional<comment_id> comment;  ///< Absent for story_changed.
    std::optional<comment_state> from;  ///< Absent for a fresh comment.
    std::optional<comment_state> to;
    std::optional<model::story_state> story_state;  ///< For story_changed.
    std::string by;      ///< "filters", "author" or the moderator's name.
    std::string reason;  ///< Why, as given; may be empty.
    std::string rule_set;
    std::string batch = {};  ///< Of what was done together, or of what was undone.
    timestamp at;
};

}  // namespace rejoinder::model
