#include "server/storage/chunks.hpp"
#include "server/storage/comment_rows.hpp"
#include "server/storage/sql_statement.hpp"
#include "server/storage/sql_store.hpp"
#include "server/storage/sql_store_sessions.hpp"

namespace rejoinder::storage {

namespace {

/// Those that still are what was judged, and of which is known in the light of what.
constexpr const char* replayable =
    "c.context <> '' AND c.state IN ('published', 'pending', 'rejected', 'spam') ";

std::vector<judged_comment> read_judged(
    soci::session& session,
    const std::string& where,
    std::vector<sql_value> values)
{
    sql_statement select(
        session,
        "SELECT " + comment_columns::list() +
            ", c.email_domain, c.context, c.decided "
            "FROM comment c JOIN author a ON a.pseudonym = c.author WHERE " +
            replayable + where);
    const comment_columns columns(select);
    const auto& email_domain = select.text();
    const auto& context = select.text();
    const auto& decided = select.integer();
    select.run_with(std::move(values));
    std::vector<judged_comment> found;
    while (select.next())
        found.push_back({columns.read(), email_domain.value, context.value, decided.value != 0});
    std::vector<model::comment*> comments;
    for (auto& each : found)
        comments.push_back(&each.comment);
    attach_findings(session, comments);
    return found;
}

}  // namespace

std::int64_t sql_store::count_judged(model::timestamp since)
{
    return read("counting judged comments", [&](soci::session& session) {
        sql_statement select(
            session,
            std::string("SELECT COUNT(*) FROM comment c WHERE ") + replayable +
                "AND c.created_at >= :since");
        const auto& count = select.integer();
        select.run(since);
        std::int64_t total = 0;
        while (select.next())
            total = count.value;
        return total;
    });
}

std::vector<judged_comment> sql_store::judged_after(
    model::timestamp created_at,
    const model::comment_id& id,
    int limit)
{
    return read("reading judged comments", [&](soci::session& session) {
        return read_judged(
            session,
            "AND (c.created_at, c.id) > (:created_at, :id) "
            "ORDER BY c.created_at, c.id LIMIT :page_max",
            {created_at, id, limit});
    });
}

std::optional<judged_comment> sql_store::find_judged(const model::comment_id& id)
{
    return read("reading a judged comment", [&](soci::session& session) {
        auto found = read_judged(session, "AND c.id = :id", {id});
        return found.empty() ? std::nullopt : std::optional(std::move(found.front()));
    });
}

std::unordered_map<std::string, std::string> sql_store::texts_of(
    std::span<const std::string> comments)
{
    return read("reading texts", [&](soci::session& session) {
        std::unordered_map<std::string, std::string> texts;
        for (const auto chunk : chunks(comments)) {
            sql_statement select(
                session,
                "SELECT id, text FROM comment WHERE id IN (" + placeholders("id", chunk.size()) +
                    ")");
            const auto& id = select.text();
            const auto& text = select.text();
            select.run_with({chunk.begin(), chunk.end()});
            while (select.next())
                texts[id.value] = text.value;
        }
        return texts;
    });
}

void sql_store::save_backtest(const model::backtest_record& saved)
{
    change("saving a backtest", [&](soci::session& session) {
        sql_statement save(
            session,
            "INSERT INTO backtest (id, candidate, actor, state, report, created_at, changed_at) "
            "VALUES (:id, :candidate, :actor, :state, :report, :created_at, :changed_at) "
            "ON CONFLICT (id) DO UPDATE SET state = excluded.state, report = excluded.report, "
            "changed_at = excluded.changed_at");
        save.run(
            saved.id,
            saved.candidate,
            saved.by,
            saved.state,
            saved.report,
            saved.created_at,
            saved.changed_at);
    });
}

std::optional<model::backtest_record> sql_store::find_backtest(const std::string& id)
{
    return read("reading a backtest", [&](soci::session& session) {
        sql_statement select(
            session,
            "SELECT candidate, actor, state, report, created_at, changed_at FROM backtest "
            "WHERE id = :id");
        const auto& candidate = select.text();
        const auto& actor = select.text();
        const auto& state = select.text();
        const auto& report = select.text();
        const auto& created_at = select.integer();
        const auto& changed_at = select.integer();
        select.run(id);
        std::optional<model::backtest_record> found;
        while (select.next())
            found = model::backtest_record{
                id,
                candidate.value,
                actor.value,
                state.value,
                report.value,
                created_at.time(),
                changed_at.time()};
        return found;
    });
}

}  // namespace rejoinder::storage
