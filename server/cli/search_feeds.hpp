#pragma once

#include <string>

namespace rejoinder::storage {
class store;
}

namespace rejoinder::cli {

class leak_report;

/// Joins the live feeds of the stories that changed last as a reader does, with what was missed,
/// and the desk's without a session, and searches every message. Throws std::runtime_error where
/// the desk's feed opens.
void search_feeds(const std::string& server, storage::store& record, leak_report& report);

}  // namespace rejoinder::cli
