#pragma once

#include "server/model/comment.hpp"
#include "server/model/result.hpp"
#include "server/model/story.hpp"

#include <chrono>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

namespace rejoinder::storage {

/// `urgent` is for what waits at the desk: the highest score first.
enum class sort_order { oldest, newest, top, urgent };

/// Published comments of one story. A page counts top-level comments; each brings its replies.
struct list_request {
    model::story_key story;
    sort_order sort = sort_order::oldest;
    std::string cursor;      ///< As returned in `next` or `earlier`; empty for the first page.
    int top_level_max = 50;  ///< At least 1.
    int replies_max = 50;    ///< Descendants brought along per top-level comment, oldest first.
};

/// Replies reference their parent by id and come after it; the caller builds the tree. A published
/// reply whose parent is not published is listed with its nearest published ancestor as parent, or
/// at the top.
struct comment_page {
    std::vector<model::comment> comments;
    std::string next;  ///< Empty on the last page.

    /// Of pages that were not reached from the first one: the cursor of the page before, empty
    /// where there is none.
    std::optional<std::string> earlier = {};

    /// Where a discussion has more than was brought along: the id of its first comment here, with
    /// the cursor that list_replies() goes on from.
    std::unordered_map<std::string, std::string> more_replies = {};
};

/// Further comments of the discussion that a comment belongs to, oldest first.
struct replies_request {
    model::story_key story;
    model::comment_id of;  ///< In any state: what hangs below a comment outlasts it.
    std::string cursor;    ///< Of `more_replies` or `next`; empty: from the beginning.
    int limit = 50;        ///< At least 1.
};

/// What readers see and do. Blocking, as all of the record; see store.
class reading_store {
public:
    virtual ~reading_store() = default;

    virtual std::optional<model::story> find_story(const model::story_key& key) = 0;

    /// Refuses a cursor that is none of this sort with invalid_request.
    virtual model::result<comment_page> list_published(const list_request& request) = 0;

    /// The page with the discussion of this comment in its middle, and the comment itself with
    /// those it replies to, however many came before. The request's cursor does not matter.
    /// comment_not_found where the story has no such published comment.
    virtual model::result<comment_page> list_around(
        const model::comment_id& id,
        const list_request& request) = 0;

    /// Without the discussion's top-level comment. comment_not_found where the story has no such
    /// comment, invalid_request for another list's cursor.
    virtual model::result<comment_page> list_replies(const replies_request& request) = 0;

    virtual std::optional<model::comment> find_comment(const model::comment_id& id) = 0;

    /// Published comments per story, in the order asked; 0 for an unknown story.
    virtual std::vector<std::int64_t> published_counts(
        const model::site_id& site,
        std::span<const model::story_id> stories) = 0;

    /// A reader, known by a keyed hash, likes a published comment, or no longer does; either said
    /// twice is said once. How many like it now; nothing where it is not published.
    virtual std::optional<std::int64_t> set_like(
        const model::comment_id& id,
        const std::string& liker,
        bool likes) = 0;

    /// How long the comments waited that moderators of the site decided last, `decisions_max` of
    /// those since then: the median. Nothing where they are fewer than `decisions_min`.
    virtual std::optional<std::chrono::milliseconds> usual_wait(
        const model::site_id& site,
        model::timestamp since,
        int decisions_min,
        int decisions_max) = 0;
};

}  // namespace rejoinder::storage
