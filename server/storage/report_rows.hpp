#pragma once

#include "server/model/report.hpp"
#include "server/storage/desk_scope.hpp"

#include <soci/soci.h>

namespace rejoinder::storage {

/// Gives the open reports of a comment this outcome, by the decisions of this batch. Whether there
/// were any.
bool settle_reports(
    soci::session& session,
    const model::comment_id& comment,
    model::report_outcome outcome,
    const std::string& batch);

/// Opens again what the batch settled.
void reopen_reports(
    soci::session& session,
    const model::comment_id& comment,
    const std::string& batch);

std::int64_t count_open_reports(soci::session& session, const model::comment_id& comment);

/// Comments with open reports.
std::int64_t count_reported(soci::session& session, const desk_scope& where);

}  // namespace rejoinder::storage
