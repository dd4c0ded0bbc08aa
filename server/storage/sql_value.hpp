#pragma once

#include "server/model/ids.hpp"
#include "server/model/time.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace rejoinder::storage {

/// What a placeholder of a statement stands for: text, an integer of 64 bits or a real number, or
/// the NULL of one of them.
class sql_value {
public:
    enum class kind { text, integer, real };

    // NOLINTBEGIN(google-explicit-constructor): arguments of sql_statement::run() are these.
    sql_value(std::string value)
        : kind_(kind::text),
          text_(std::move(value))
    {
    }
    sql_value(std::string_view value)
        : sql_value(std::string(value))
    {
    }
    sql_value(const char* value)
        : sql_value(std::string(value))
    {
    }
    sql_value(long long value)
        : kind_(kind::integer),
          integer_(value)
    {
    }
    sql_value(long value)
        : sql_value(static_cast<long long>(value))
    {
    }
    sql_value(int value)
        : sql_value(static_cast<long long>(value))
    {
    }
    sql_value(double value)
        : kind_(kind::real),
          real_(value)
    {
    }
    sql_value(model::timestamp value)
        : sql_value(static_cast<long long>(value.time_since_epoch().count()))
    {
    }
    template <class Tag>
    sql_value(const model::id<Tag>& value)
        : sql_value(value.str())
    {
    }
    template <class T>
    sql_value(const std::optional<T>& value)
        : sql_value(value ? sql_value(*value) : null_like(T{}))
    {
    }
    // NOLINTEND(google-explicit-constructor)

    kind what() const noexcept { return kind_; }
    bool is_null() const noexcept { return null_; }
    std::string& text() noexcept { return text_; }
    long long integer() const noexcept { return integer_; }
    double real() const noexcept { return real_; }

private:
    static sql_value null_like(sql_value value)
    {
        value.null_ = true;
        return value;
    }

    kind kind_;
    bool null_ = false;
    std::string text_;
    long long integer_ = 0;
    double real_ = 0;
};

}  // namespace rejoinder::storage
