#pragma once

#include "server/storage/sql_value.hpp"

#include <soci/soci.h>

#include <cstddef>
#include <cstdint>
#include <deque>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace rejoinder::storage {

/// A result column of text. Holds the value of the row that next() came to.
struct text_column {
    std::string value;  ///< Empty for NULL.
    soci::indicator state = soci::i_null;

    std::optional<std::string> optional() const;
};

/// A result column of whole numbers, always read as 64 bits: SOCI refuses to narrow.
struct integer_column {
    long long value = 0;
    soci::indicator state = soci::i_null;

    std::optional<long long> optional() const;
    model::timestamp time() const;
    std::optional<model::timestamp> optional_time() const;
};

struct real_column {
    double value = 0;
    soci::indicator state = soci::i_null;
};

/// A statement, prepared once and run as often as wanted. Every column is read with an indicator,
/// so that NULL is a value like others.
///
///     sql_statement select(session, "SELECT id, likes FROM comment WHERE site = :site");
///     auto& id = select.text();
///     auto& likes = select.integer();
///     select.run(site);
///     while (select.next()) …
///
/// Placeholders are named for the reader and filled in the order in which they stand in the SQL,
/// so each name occurs once. The session must outlive the statement. Throws what SOCI throws.
class sql_statement {
public:
    sql_statement(soci::session& session, const std::string& sql);
    sql_statement(const sql_statement&) = delete;
    sql_statement& operator=(const sql_statement&) = delete;

    // The columns of a SELECT from left to right, each once, before the first run().
    text_column& text();
    integer_column& integer();
    real_column& real();

    /// Fills the placeholders and executes. The kinds of values are those of the first run.
    template <class... Values>
    void run(const Values&... values)
    {
        run_with({sql_value(values)...});
    }
    void run_with(std::vector<sql_value> values);

    /// Goes to the next row of a SELECT. False when there is none.
    bool next();

    /// How many rows the last run() of an INSERT or UPDATE changed.
    std::size_t changed();

private:
    struct argument {
        std::string text;
        long long integer = 0;
        double real = 0;
        soci::indicator state = soci::i_ok;
        sql_value::kind what = sql_value::kind::text;
    };

    void add_argument(const sql_value& value);

    soci::statement statement_;
    std::deque<argument> arguments_;  // SOCI keeps addresses of what is in these.
    std::deque<text_column> texts_;
    std::deque<integer_column> integers_;
    std::deque<real_column> reals_;
    bool bound_ = false;
};

/// ":a0, :a1, :a2" for a list of three: what IN takes.
std::string placeholders(std::string_view name, std::size_t count);

}  // namespace rejoinder::storage
