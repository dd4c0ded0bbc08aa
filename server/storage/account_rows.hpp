#pragma once

#include "server/model/account_event.hpp"
#include "server/model/moderator.hpp"
#include "server/model/result.hpp"
#include "server/storage/acting_moderator.hpp"
#include "server/storage/sql_statement.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace rejoinder::storage {

/// The role of that name. Throws storage_failure for an unknown one.
model::moderator_role stored_role(std::string_view name);

/// The moderators that `where` selects.
std::vector<model::moderator> read_moderators(
    soci::session& session,
    const std::string& where,
    std::vector<sql_value> values);

/// Refuses a name that is taken with a field error on "name".
model::result<void> insert_moderator(soci::session& session, const model::moderator& added);

model::refusal name_taken();

void write_account_event(
    soci::session& session,
    model::account_event_kind kind,
    const acting_moderator& by,
    std::string_view subject,
    std::string_view reason);

/// What an audit log says of somebody's rights: "moderator of demo gazette".
std::string rights_of(model::moderator_role role, const model::site_list& sites);

}  // namespace rejoinder::storage
