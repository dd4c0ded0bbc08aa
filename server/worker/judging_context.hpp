#pragma once

#include "moderation/comment_view.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace rejoinder::worker {

/// What a comment was judged in the light of, beside its own words: numbers and ids, no text of
/// anybody. Kept with the comment, so that its verdict can be replayed.
struct judging_context {
    bool is_reply = false;
    bool own_address_masked = false;
    moderation::author_activity author = {};  ///< Of recent comments the id and the distance.
    std::vector<moderation::recent_comment> by_others = {};  ///< Likewise.
    moderation::surrounding_activity surroundings = {};
    moderation::form_signs form = {};
    moderation::reader_reports reports = {};
    std::optional<std::int64_t> story_age_days = {};
    std::string path = {};
    std::optional<moderation::moderation_mode> mode = {};
    int minute_of_day = -1;
    std::int64_t review_queue = 0;
};

judging_context context_of(const moderation::comment_input& input);

/// As JSON without what has its default, some 100 bytes.
std::string to_text(const judging_context& context);

/// Nothing where the text is none of ours.
std::optional<judging_context> context_from(std::string_view text);

/// The input without words, site and story, which are the comment's. Views the context.
moderation::comment_input input_of(const judging_context& context);

}  // namespace rejoinder::worker
