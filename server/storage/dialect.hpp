#pragma once

#include <memory>
#include <string_view>

namespace rejoinder::storage {

/// The few places where engines differ. Everything else is one text of SQL.
class dialect {
public:
    virtual ~dialect() = default;

    /// How a transaction that will write begins: it must not find out at its first write that
    /// somebody else was quicker.
    virtual std::string_view begin_change() const noexcept = 0;

    /// How a transaction begins that only reads and sees one moment.
    virtual std::string_view begin_reading() const noexcept = 0;

    /// A column that numbers its rows, ever increasing, never reusing a number.
    virtual std::string_view identity() const noexcept = 0;

    /// A query for table and column of all that holds text.
    virtual std::string_view text_columns() const noexcept = 0;
};

std::unique_ptr<const dialect> make_sqlite_dialect();

}  // namespace rejoinder::storage
