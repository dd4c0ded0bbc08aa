#pragma once

#include "server/storage/page_cursor.hpp"
#include "server/storage/store.hpp"

#include <soci/soci.h>

#include <optional>
#include <vector>

namespace rejoinder::storage {

/// The discussions of a page that have something to show, in order, one more than the page takes if
/// there are more: each as the cursor that points behind it.
std::vector<page_cursor> read_discussions(
    soci::session& session,
    const list_request& request,
    const std::optional<page_cursor>& after);

/// The published comments of these discussions: in their order, and within each by time. A comment
/// whose parent is not published gets its nearest published ancestor as parent, or none.
std::vector<model::comment> read_discussed(
    soci::session& session,
    const std::vector<page_cursor>& discussions,
    int replies_max);

}  // namespace rejoinder::storage
