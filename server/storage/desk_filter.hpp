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

/// Which of the comments asked for: the order by reports begins with those that have open ones.
enum class reported_part { all, with_reports, without_reports };

/// How the engine had best go about it: where few comments have the words or the reason asked for,
/// it begins with them instead of looking through all in their order.
struct search_plan {
    bool rare_words = false;
    bool rare_reason = false;
    reported_part part = reported_part::all;
};

/// `after`: where the page before ended.
desk_filter filter_of(
    const desk_request& request,
    const std::optional<page_cursor>& after,
    const dialect& engine,
    const search_plan& plan);

/// The ORDER BY of this sort; among comments without reports, `top` is the order of time.
std::string order_of(sort_order sort, reported_part part = reported_part::all);

/// Whether only pending comments are asked for; urgency is theirs alone.
bool asks_for_pending(const desk_request& request);

/// SQL with a reason and a number as its values: how many comments have the reason, counted as far
/// as that.
std::string count_for_reason(const desk_request& request);

/// Where a page that ends with this comment ended.
page_cursor place_of(const desk_comment& last, sort_order sort);

}  // namespace rejoinder::storage
