#pragma once

#include <string>

namespace rejoinder::storage {
class store;
}

namespace rejoinder::cli {

class leak_report;

/// Asks a running server (http://HOST:PORT) for all that the public may read of all stories with a
/// published comment, and searches the answers, header fields and all. Throws std::runtime_error
/// when the server cannot be reached or answers a public page with an error.
void search_answers(const std::string& server, storage::store& record, leak_report& report);

/// The same for the operations listener: health and metrics.
void search_operations(const std::string& server, leak_report& report);

}  // namespace rejoinder::cli
