#pragma once

#include "server/storage/page_cursor.hpp"
#include "server/storage/reading_store.hpp"

#include <soci/soci.h>

#include <optional>
#include <string>
#include <vector>

namespace rejoinder::storage {

/// A stretch of a list of discussions that have something to show, each as the cursor that points
/// behind it.
struct discussion_list {
    std::vector<page_cursor> discussions;
    bool more = false;  ///< Behind the last one, or before the first where one looked backwards.
};

/// At most `top_level_max` discussions in the order of the request: behind the cursor, before it if
/// that is its use, or from the beginning.
discussion_list read_discussions(
    soci::session& session,
    const list_request& request,
    const std::optional<page_cursor>& from);

/// The cursor of the page that ends before this discussion.
std::string write_earlier(page_cursor first);

/// The place of a discussion in the list of such a sort; `root` is its top-level comment.
page_cursor place_of_discussion(
    soci::session& session,
    const std::string& root,
    sort_order sort);

/// The cursor that goes on behind this reply.
page_cursor reply_cursor(const model::comment& last);

/// Comments to show with their discussion even where it is cut off before them.
struct shown_anyway {
    std::string root;
    std::vector<model::comment> comments;  ///< Published, oldest first.
};

/// Reads the published comments of these discussions into the page: in their order, and within each
/// by time. A comment whose parent is not published gets its nearest published ancestor as parent,
/// or none.
void read_discussed(
    soci::session& session,
    const std::vector<page_cursor>& discussions,
    int replies_max,
    shown_anyway also,
    comment_page& page);

/// Gives comments of a discussion whose parents are not published those that are.
void lift_orphans(
    soci::session& session,
    const std::vector<std::string>& roots,
    std::vector<model::comment>& comments);

}  // namespace rejoinder::storage
