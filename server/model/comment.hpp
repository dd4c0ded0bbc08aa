#pragma once

#include "moderation/verdict.hpp"
#include "server/model/ids.hpp"
#include "server/model/time.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace rejoinder::model {

/// Only `published` is ever public.
enum class comment_state {
    published,
    pending,  ///< Held for a human.
    rejected,
    spam,
    withdrawn,  ///< By its author.
    erased      ///< Personal data gone, place in the discussion kept.
};

std::string_view to_string(comment_state state) noexcept;
std::optional<comment_state> comment_state_from(std::string_view text) noexcept;

/// What policy's verdict makes of a fresh comment: hold becomes pending, reject rejected.
comment_state state_after(moderation::verdict_kind verdict) noexcept;

/// A stored comment. The sealed address stays in storage and is not carried along.
struct comment {
    comment_id id;
    story_key story;
    std::optional<comment_id> parent;
    std::string author_name;
    std::string author_website;
    pseudonym author;
    std::string avatar;  ///< Random salt of this author, from which the widget draws.
    std::string text;
    comment_state state = comment_state::pending;
    std::int64_t revision = 1;  ///< Bumped by every change of state or text; decisions expect it.
    timestamp created_at;
    std::optional<timestamp> edited_at;
    std::int64_t likes = 0;
    moderation::verdict verdict;  ///< With findings and the rule set that judged it.
};

}  // namespace rejoinder::model
