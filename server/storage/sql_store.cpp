#include "server/storage/sql_store.hpp"

#include "server/storage/sql_statement.hpp"
#include "server/storage/sql_store_sessions.hpp"

#include <utility>

namespace rejoinder::storage {

sql_store::sql_store(
    std::unique_ptr<const dialect> engine,
    std::unique_ptr<connection_pool> writers,
    std::unique_ptr<connection_pool> readers,
    retraction_listener on_retraction)
    : engine_(std::move(engine)),
      writers_(std::move(writers)),
      readers_(std::move(readers)),
      retractions_(std::move(on_retraction))
{
}

void sql_store::commit(transaction& all, soci::session& session)
{
    const auto stories = retractions_.find(session);
    all.commit();
    retractions_.tell(stories);
}

void sql_store::ping()
{
    read("asking for a sign of life", [](soci::session& session) {
        sql_statement select(session, "SELECT version FROM schema_version");
        const auto& version = select.integer();
        select.run();
        long long newest = 0;
        while (select.next())
            newest = std::max(newest, version.value);
        return newest;
    });
}

}  // namespace rejoinder::storage
