#pragma once

#include "server/storage/oversight_store.hpp"

#include <soci/soci.h>

#include <vector>

namespace rejoinder::storage {

/// Every step of the span, with what happened in it.
std::vector<activity_bucket> read_series(soci::session& session, const statistics_request& request);

std::vector<reason_record> read_reasons(soci::session& session, const statistics_request& request);

/// What moderators did in the span: who, how soon, and how much of one mind.
void read_decisions(soci::session& session, const statistics_request& request, statistics& made);

}  // namespace rejoinder::storage
