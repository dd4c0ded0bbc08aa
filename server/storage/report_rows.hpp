#pragma once

#include "server/model/report.hpp"

#include <soci/soci.h>

namespace rejoinder::storage {

/// Gives the open reports of a comment this outcome. Whether there were any.
bool settle_reports(
    soci::session& session,
    const model::comment_id& comment,
    model::report_outcome outcome);

std::int64_t count_open_reports(soci::session& session, const model::comment_id& comment);

/// Comments with open reports in the site; of all where it is empty.
std::int64_t count_reported(soci::session& session, const std::string& site);

}  // namespace rejoinder::storage
