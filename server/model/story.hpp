#pragma once

#include "server/model/ids.hpp"
#include "server/model/time.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace rejoinder::model {

enum class story_state {
    open,           ///< Comments are taken and moderated as the site says.
    pre_moderated,  ///< Comments are taken and each waits for a moderator.
    closed          ///< Comments are shown, none is taken.
};

std::string_view to_string(story_state state) noexcept;
std::optional<story_state> story_state_from(std::string_view text) noexcept;

/// The article commented on, known from its first comment.
struct story {
    story_key key;
    std::string url;
    std::string title;  ///< Empty when the site did not say.
    story_state state = story_state::open;
    /// When the site published it, by the word of its page or of the desk.
    std::optional<timestamp> published_at = {};
    std::int64_t published_count = 0;  ///< Derived by counting, never incremented.
};

/// What the desk changes of a story. Empty fields stay.
struct story_change {
    std::optional<story_state> state = {};
    std::optional<timestamp> published_at = {};
};

}  // namespace rejoinder::model
