#include "server/storage/transaction.hpp"

#include <string>

namespace rejoinder::storage {

transaction::transaction(soci::session& session, std::string_view begin)
    : session_(session)
{
    session_ << std::string(begin);
}

transaction::~transaction()
{
    if (!open_)
        return;
    try {
        session_ << "ROLLBACK";
    } catch (const soci::soci_error&) {
        // The engine has rolled back by itself (disk full) or the connection is gone: the same.
    }
}

void transaction::commit()
{
    // A commit that failed leaves the transaction open, for the destructor to roll back.
    session_ << "COMMIT";
    open_ = false;
}

}  // namespace rejoinder::storage
