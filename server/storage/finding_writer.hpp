#pragma once

#include "moderation/verdict.hpp"
#include "server/model/ids.hpp"
#include "server/storage/sql_statement.hpp"

namespace rejoinder::storage {

/// Writes what was found in comments.
class finding_writer {
public:
    explicit finding_writer(soci::session& session);

    /// Of a comment that has none yet.
    void write(const model::comment_id& comment, const moderation::findings& found);

private:
    sql_statement insert_;
};

}  // namespace rejoinder::storage
