#include "server/storage/report_rows.hpp"

#include "server/storage/site_rows.hpp"
#include "server/storage/sql_statement.hpp"

namespace rejoinder::storage {

bool settle_reports(
    soci::session& session,
    const model::comment_id& comment,
    model::report_outcome outcome,
    const std::string& batch)
{
    sql_statement settle(
        session,
        "UPDATE report SET outcome = :outcome, batch = :batch "
        "WHERE comment = :comment AND outcome = 'open'");
    settle.run(model::to_string(outcome), batch, comment);
    return settle.changed() > 0;
}

void reopen_reports(
    soci::session& session,
    const model::comment_id& comment,
    const std::string& batch)
{
    sql_statement(
        session,
        "UPDATE report SET outcome = 'open', batch = '' WHERE comment = :comment AND batch = "
        ":batch")
        .run(comment, batch);
}

std::int64_t count_open_reports(soci::session& session, const model::comment_id& comment)
{
    sql_statement select(
        session,
        "SELECT COUNT(*) FROM report WHERE comment = :comment AND outcome = 'open'");
    const auto& count = select.integer();
    select.run(comment);
    return select.next() ? count.value : 0;
}

std::int64_t count_reported(soci::session& session, const desk_scope& where)
{
    std::vector<sql_value> values;
    // Begins with the reports, of which there are few: no index of a site is to be gone through.
    const auto of_site = within(where, "COALESCE(c.site, '')", values);
    sql_statement select(
        session,
        of_site.empty() ? "SELECT COUNT(DISTINCT comment) FROM report WHERE outcome = 'open'"
                        : "SELECT COUNT(DISTINCT r.comment) FROM report r JOIN comment c "
                          "ON c.id = r.comment WHERE r.outcome = 'open' " +
                              of_site);
    const auto& count = select.integer();
    select.run_with(std::move(values));
    return select.next() ? count.value : 0;
}

}  // namespace rejoinder::storage
