#pragma once

#include "server/model/ban.hpp"
#include "server/storage/sql_statement.hpp"
#include "server/storage/store.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace rejoinder::storage {

/// When the author was first seen on these sites; nothing where they never were.
std::optional<model::timestamp> first_seen(
    soci::session& session,
    const model::pseudonym& author,
    const model::site_list& sites);

/// Bans that `where` selects, newest first. `where` is SQL with placeholders for the values.
std::vector<model::ban> read_bans(
    soci::session& session,
    const std::string& where,
    std::vector<sql_value> values);

/// Notes in the log of what moderators do to authors. Kinds: banned, ban_lifted, address_revealed.
void write_author_event(
    soci::session& session,
    std::string_view kind,
    const model::pseudonym& author,
    const model::site_id& site,
    const acting_moderator& by,
    const std::string& reason);

}  // namespace rejoinder::storage
