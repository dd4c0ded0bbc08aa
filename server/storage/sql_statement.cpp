#include "server/storage/sql_statement.hpp"

#include <cassert>
#include <utility>

namespace rejoinder::storage {

std::optional<std::string> text_column::optional() const
{
    return state == soci::i_ok ? std::optional(value) : std::nullopt;
}

std::optional<long long> integer_column::optional() const
{
    return state == soci::i_ok ? std::optional(value) : std::nullopt;
}

model::timestamp integer_column::time() const
{
    return model::timestamp(std::chrono::milliseconds(value));
}

std::optional<model::timestamp> integer_column::optional_time() const
{
    return state == soci::i_ok ? std::optional(time()) : std::nullopt;
}

sql_statement::sql_statement(soci::session& session, const std::string& sql)
    : statement_(session)
{
    statement_.alloc();
    statement_.prepare(sql);
}

text_column& sql_statement::text()
{
    assert(!bound_);
    auto& column = texts_.emplace_back();
    statement_.exchange(soci::into(column.value, column.state));
    return column;
}

integer_column& sql_statement::integer()
{
    assert(!bound_);
    auto& column = integers_.emplace_back();
    statement_.exchange(soci::into(column.value, column.state));
    return column;
}

real_column& sql_statement::real()
{
    assert(!bound_);
    auto& column = reals_.emplace_back();
    statement_.exchange(soci::into(column.value, column.state));
    return column;
}

void sql_statement::add_argument(const sql_value& value)
{
    auto& added = arguments_.emplace_back();
    added.what = value.what();
    switch (added.what) {
    case sql_value::kind::text:
        statement_.exchange(soci::use(added.text, added.state));
        break;
    case sql_value::kind::integer:
        statement_.exchange(soci::use(added.integer, added.state));
        break;
    case sql_value::kind::real:
        statement_.exchange(soci::use(added.real, added.state));
        break;
    }
}

void sql_statement::run_with(std::vector<sql_value> values)
{
    if (!bound_)
        for (const auto& value : values)
            add_argument(value);
    assert(values.size() == arguments_.size());

    for (std::size_t i = 0; i < values.size(); ++i) {
        auto& filled = arguments_[i];
        assert(filled.what == values[i].what());
        filled.text = std::move(values[i].text());
        filled.integer = values[i].integer();
        filled.real = values[i].real();
        filled.state = values[i].is_null() ? soci::i_null : soci::i_ok;
    }
    if (!std::exchange(bound_, true))
        statement_.define_and_bind();

    // A SELECT is only started here and gives its rows to next().
    const bool selects = !texts_.empty() || !integers_.empty() || !reals_.empty();
    statement_.execute(!selects);
}

bool sql_statement::next()
{
    for (auto& column : texts_)
        column.value.clear();
    for (auto& column : integers_)
        column.value = 0;
    for (auto& column : reals_)
        column.value = 0;
    return statement_.fetch();
}

std::size_t sql_statement::changed()
{
    const auto rows = statement_.get_affected_rows();
    return rows > 0 ? static_cast<std::size_t>(rows) : 0;
}

std::string placeholders(std::string_view name, std::size_t count)
{
    std::string list;
    for (std::size_t i = 0; i < count; ++i) {
        list += i == 0 ? ":" : ", :";
        list += name;
        list += std::to_string(i);
    }
    return list;
}

}  // namespace rejoinder::storage
