#pragma once

#include "server/storage/reading_store.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace rejoinder::storage {

/// What a cursor goes on with: the page behind its row, the page before it, or the replies of a
/// discussion behind it.
enum class cursor_use { onward, earlier, replies };

/// Where a page ended: the keys by which its list is sorted, of its last row. The next page begins
/// after them, whatever was added or removed meanwhile.
struct page_cursor {
    sort_order sort = sort_order::oldest;
    cursor_use use = cursor_use::onward;
    long long likes = 0;       ///< First key of `top`; of `urgent` the bits of the score; or 0.
    long long created_at = 0;  ///< Milliseconds.
    std::string id;            ///< Decides between equals.

    friend bool operator==(const page_cursor&, const page_cursor&) = default;
};

/// Opaque to everybody outside: base64url.
std::string write_cursor(const page_cursor& cursor);

/// Reads what write_cursor writes, and nothing else.
std::optional<page_cursor> read_cursor(std::string_view text);

}  // namespace rejoinder::storage
