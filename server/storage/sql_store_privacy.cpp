#include "server/storage/sql_statement.hpp"
#include "server/storage/sql_store.hpp"
#include "server/storage/sql_store_sessions.hpp"

#include <string>
#include <utility>
#include <vector>

namespace rejoinder::storage {

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

void sql_store::for_each_text(const std::function<void(std::string_view)>& visit)
{
    const auto columns = read("listing the columns of text", [&](soci::session& session) {
        sql_statement select(session, std::string(engine_->text_columns()));
        const auto& table = select.text();
        const auto& column = select.text();
        select.run();
        std::vector<std::pair<std::string, std::string>> found;
        while (select.next())
            found.emplace_back(table.value, column.value);
        return found;
    });
    for (const auto& [table, column] : columns)
        read("reading all text", [&, &table = table, &column = column](soci::session& session) {
            sql_statement select(session, "SELECT " + column + " FROM " + table);
            const auto& text = select.text();
            select.run();
            while (select.next())
                visit(text.value);
            return true;
        });
}

}  // namespace rejoinder::storage
