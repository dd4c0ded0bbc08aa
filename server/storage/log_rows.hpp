#pragma once

#include "server/storage/oversight_store.hpp"
#include "server/storage/sql_statement.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace rejoinder::storage {

/// Where a page of the audit log ended: the keys of its last entry. Sources come in the order of
/// their letters among entries of one moment.
struct log_cursor {
    long long at = 0;  ///< Milliseconds.
    char source = 'a';
    long long seq = 0;

    friend bool operator==(const log_cursor&, const log_cursor&) = default;
};

std::string write_log_cursor(const log_cursor& cursor);
std::optional<log_cursor> read_log_cursor(std::string_view text);

/// An entry with the keys by which it is sorted.
struct placed_entry {
    log_cursor place;
    log_entry entry;
};

/// Entries of every table that tells what was done, newest first, `limit` + 1 at most.
std::vector<placed_entry> read_log(
    soci::session& session,
    const log_request& request,
    const std::optional<log_cursor>& after);

}  // namespace rejoinder::storage
