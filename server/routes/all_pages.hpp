#pragma once

#include "server/model/result.hpp"
#include "server/storage/reading_store.hpp"

#include <cstddef>

namespace rejoinder::routes {

/// Of a story read at once: so many discussions, or so many comments if those come first. Each
/// limit ends it with the page that reaches it.
struct all_limits {
    int reader_comments_all_max = 2'000;
    std::size_t reader_comments_shown_max = 10'000;
    int step = 100;  ///< Discussions read by one question.
};

/// All pages from the request's cursor on as one, with the cursor of what is beyond. Blocking.
model::result<storage::comment_page> all_pages(
    storage::reading_store& record,
    storage::list_request request,
    const all_limits& limits = {});

}  // namespace rejoinder::routes
