#pragma once

#include "server/storage/dialect.hpp"
#include "server/storage/page_cursor.hpp"
#include "server/storage/sql_value.hpp"
#include "server/storage/store.hpp"

#include <optional>
#include <string>
#include <vector>

namespace rejoinder::storage {

/// What the desk asks for as SQL over the comments c: conditions with their values.
struct desk_filter {
    std::string sql = "WHERE 1 = 1 ";
    std::vector<sql_value> values;

    void add(const std::string& condition, sql_value value);
};

/// `after`: where the page before ended. `rare_words`: few comments have the words asked for.
desk_filter filter_of(
    const desk_request& request,
    const std::optional<page_cursor>& after,
    const dialect& engine,
    bool rare_words);

/// The ORDER BY of this sort.
std::string order_of(sort_order sort);

/// Where a page that ends with this comment ended.
page_cursor place_of(const desk_comment& last, sort_order sort);

}  // namespace rejoinder::storage
