#pragma once

#include <soci/soci.h>

#include <string_view>

namespace rejoinder::storage {

/// Everything done on the session during its life happens together, or not at all: what is not
/// committed is rolled back. Statements that read must be gone or read to their end before.
class transaction {
public:
    /// `begin` is the dialect's way to begin. The session must outlive the transaction.
    transaction(soci::session& session, std::string_view begin);
    ~transaction();
    transaction(const transaction&) = delete;
    transaction& operator=(const transaction&) = delete;

    void commit();

private:
    soci::session& session_;
    bool open_ = true;
};

}  // namespace rejoinder::storage
