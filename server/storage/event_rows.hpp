#pragma once

#include "server/model/event.hpp"
#include "server/storage/sql_statement.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace rejoinder::storage {

/// Writes event rows in the transaction of the change they tell of. The session must outlive it.
class event_writer {
public:
    explicit event_writer(soci::session& session);

    /// `seq` is ignored: the database gives it. `actor_id` is empty where no moderator acted.
    void write(const model::event& event, const model::moderator_id& actor_id = {});

private:
    sql_statement insert_;
};

/// The events that `where` selects, by seq. `where` is SQL with placeholders for the values.
std::vector<model::event> read_events(
    soci::session& session,
    const std::string& where,
    std::vector<sql_value> values);

/// The seq of the last event; 0 when there is none.
std::int64_t last_event_of(soci::session& session);

}  // namespace rejoinder::storage
