#include "server/storage/dialect.hpp"

namespace rejoinder::storage {

namespace {

class sqlite_dialect final : public dialect {
public:
    std::string_view begin_change() const noexcept override { return "BEGIN IMMEDIATE"; }
    std::string_view begin_reading() const noexcept override { return "BEGIN"; }
    std::string_view identity() const noexcept override
    {
        // Without AUTOINCREMENT a number is given again after its row was deleted.
        return "INTEGER PRIMARY KEY AUTOINCREMENT";
    }
    std::string_view text_columns() const noexcept override
    {
        return "SELECT tables.name, columns.name FROM sqlite_master AS tables "
               "JOIN pragma_table_info(tables.name) AS columns "
               "WHERE tables.type = 'table' AND columns.type = 'TEXT'";
    }
};

}  // namespace

std::unique_ptr<const dialect> make_sqlite_dialect()
{
    return std::make_unique<sqlite_dialect>();
}

}  // namespace rejoinder::storage
