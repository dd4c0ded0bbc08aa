#include "server/routes/all_pages.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

namespace rejoinder::routes {

namespace {

void append(storage::comment_page& all, storage::comment_page page)
{
    std::ranges::move(page.comments, std::back_inserter(all.comments));
    all.more_replies.merge(page.more_replies);
    all.next = std::move(page.next);
}

}  // namespace

model::result<storage::comment_page> all_pages(
    storage::reading_store& record,
    storage::list_request request,
    const all_limits& limits)
{
    storage::comment_page all;
    request.top_level_max = limits.step;
    for (int read = 0; read < limits.reader_comments_all_max; read += limits.step) {
        auto page = record.list_published(request);
        if (page.has_error())
            return page.error();
        append(all, std::move(*page));
        if (all.next.empty() || all.comments.size() >= limits.reader_comments_shown_max)
            break;
        request.cursor = all.next;
    }
    return all;
}

}  // namespace rejoinder::routes
