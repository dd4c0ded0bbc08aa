#include "server/storage/sql_store.hpp"

#include "server/storage/sql_statement.hpp"
#include "server/storage/sql_store_sessions.hpp"

#include <utility>

namespace rejoinder::storage {

sql_store::sql_store(
    std::unique_ptr<const dialect> engine,
    std::unique_ptr<connection_pool> writers,
    std::unique_ptr<connection_pool> readers)
    : engine_(std::move(engine)),
      writers_(std::move(writers)),
      readers_(std::move(readers))
{
}

void sql_store::for_each_sealed_email(const std::function<void(const model::sealed_email&)>& visit)
{
    // In pages, so that a slow visitor holds neither a connection nor an old moment of the
    // database.
    constexpr int page_max = 500;
    std::string after;
    for (;;) {
        const auto page = read("reading sealed addresses", [&](soci::session& session) {
            sql_statement select(
                session,
                "SELECT DISTINCT sealed_email FROM comment WHERE sealed_email > :after "
                "ORDER BY sealed_email LIMIT :page_max");
            const auto& sealed = select.text();
            select.run(after, page_max);
            std::vector<std::string> found;
            while (select.next())
                found.push_back(sealed.value);
            return found;
        });
        for (const auto& sealed : page)
            visit(model::sealed_email{sealed});
        if (page.size() < static_cast<std::size_t>(page_max))
            return;
        after = page.back();
    }
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
