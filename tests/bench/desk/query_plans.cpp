#include "tests/bench/desk/query_plans.hpp"

#include "server/storage/desk_filter.hpp"
#include "server/storage/dialect.hpp"
#include "server/storage/open_sqlite.hpp"
#include "server/storage/sql_statement.hpp"

#include <fmt/format.h>

#include <map>
#include <ostream>

namespace rejoinder::bench {

namespace {

using storage::desk_request;
using storage::sort_order;

std::map<std::string, desk_request> questions()
{
    std::map<std::string, desk_request> all;
    const auto ask = [&](const char* name, sort_order sort) -> desk_request& {
        auto& request = all[name];
        request.sort = sort;
        return request;
    };
    const auto ask_pending = [&](const char* name, sort_order sort = sort_order::oldest) -> auto&
    {
        auto& request = ask(name, sort);
        request.state = model::comment_state::pending;
        return request;
    };
    ask_pending("pending, oldest");
    ask_pending("pending, newest", sort_order::newest);
    ask_pending("pending, urgent", sort_order::urgent);
    ask_pending("pending, most reported", sort_order::top);
    ask_pending("pending of a site").site = "sport";
    ask_pending("pending of a story").story = "story-3";
    ask_pending("pending for a reason").reason = "flood";
    ask_pending("pending of a section").section = "/sport/";
    ask_pending("pending of a cluster").cluster = "0192f0c1-0000-7000-8000-000000000020";
    ask("all, newest", sort_order::newest);
    ask("all of an author", sort_order::newest).author = std::string(32, '0');
    ask("all with words", sort_order::newest).text = "bada";
    ask("reported", sort_order::top).reported = true;
    return all;
}

/// Each way in which the store may go about it, with a name.
std::map<std::string, storage::search_plan> plans_for(const desk_request& request)
{
    using enum storage::reported_part;
    const bool varies = !request.text.empty() || !request.reason.empty();
    if (varies)
        return {{", rare", {true, true, all}}, {", common", {}}};
    if (request.sort == sort_order::top && !request.reported)
        return {
            {", with reports", {false, false, with_reports}},
            {", without reports", {false, false, without_reports}}};
    return {{"", {}}};
}

}  // namespace

void print_query_plans(const std::filesystem::path& database, std::ostream& out)
{
    const auto session = storage::open_sqlite(database, {});
    const auto engine = storage::make_sqlite_dialect();
    for (const auto& [name, request] : questions())
        for (const auto& [how, plan] : plans_for(request)) {
            auto filter = storage::filter_of(request, {}, *engine, plan);
            out << name << how << '\n';
            storage::sql_statement explain(
                *session,
                "EXPLAIN QUERY PLAN SELECT * FROM comment c JOIN author a ON a.pseudonym = "
                "c.author " +
                    filter.sql + storage::order_of(request.sort, plan.part) + "LIMIT :page_max");
            explain.integer();
            explain.integer();
            explain.integer();
            const auto& detail = explain.text();
            filter.values.emplace_back(51);
            explain.run_with(std::move(filter.values));
            while (explain.next())
                out << "    " << detail.value << '\n';
        }
}

}  // namespace rejoinder::bench
