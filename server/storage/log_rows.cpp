#include "server/storage/log_rows.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <span>
#include <utility>

namespace rejoinder::storage {

namespace {

/// A table that tells what was done, in columns of the same names.
struct log_source {
    char letter;
    const char* rows;
    bool has_sites;  ///< Its entries belong to sites; others concern the whole newsroom.
};

constexpr log_source log_sources[] = {
    {'a',
     "(SELECT seq, kind, happened_at, actor, site, story, comment, '' AS subject, from_state, "
     "to_state, story_state, reason, batch FROM event)",
     true},
    {'b',
     "(SELECT seq, kind, happened_at, actor, site, '' AS story, NULL AS comment, author AS "
     "subject, NULL AS from_state, NULL AS to_state, NULL AS story_state, reason, '' AS batch "
     "FROM author_event)",
     true},
    {'c',
     "(SELECT seq, 'rules_activated' AS kind, activated_at AS happened_at, actor, '' AS site, "
     "'' AS story, NULL AS comment, version AS subject, NULL AS from_state, NULL AS to_state, "
     "NULL AS story_state, note AS reason, '' AS batch FROM rule_set_activation)",
     false},
    {'d',
     "(SELECT seq, kind, happened_at, actor, '' AS site, '' AS story, NULL AS comment, subject, "
     "NULL AS from_state, NULL AS to_state, NULL AS story_state, reason, '' AS batch "
     "FROM account_event)",
     false},
};

struct log_filter {
    std::string sql;
    std::vector<sql_value> values;

    void add(const std::string& condition, sql_value value)
    {
        sql += "AND " + condition + " ";
        values.push_back(std::move(value));
    }

    void add_list(const char* column, std::span<const std::string> values_of)
    {
        if (values_of.empty())
            return;
        sql += fmt::format("AND {} IN ({}) ", column, placeholders(column, values_of.size()));
        values.insert(values.end(), values_of.begin(), values_of.end());
    }
};

log_filter log_filter_of(
    const log_request& request,
    const log_source& source,
    const std::optional<log_cursor>& after)
{
    log_filter filter;
    // In so many words, for the index that leaves them out.
    if (request.kinds.empty())
        filter.sql += "AND e.kind <> 'judged' AND e.kind <> 'liked' ";
    filter.add_list("kind", request.kinds);
    filter.add_list("site", request.sites);
    if (!request.actor.empty())
        filter.add("actor = :actor", request.actor);
    if (request.since)
        filter.add("happened_at >= :since", *request.since);
    if (request.until)
        filter.add("happened_at < :until", *request.until);
    if (!after)
        return filter;
    if (source.letter == after->source) {
        filter.add("(happened_at, seq) < (:at, :seq)", after->at);
        filter.values.emplace_back(after->seq);
    } else {
        const bool comes_later = source.letter > after->source;
        filter.add(comes_later ? "happened_at <= :at" : "happened_at < :at", after->at);
    }
    return filter;
}

void read_source(
    soci::session& session,
    const log_source& source,
    log_filter filter,
    int limit,
    std::vector<placed_entry>& found)
{
    sql_statement select(
        session,
        std::string("SELECT seq, kind, happened_at, actor, site, story, comment, subject, "
                    "from_state, to_state, story_state, reason, batch FROM ") +
            source.rows + " AS e WHERE 1 = 1 " + filter.sql +
            "ORDER BY happened_at DESC, seq DESC LIMIT :page_max");
    const auto& seq = select.integer();
    const auto& kind = select.text();
    const auto& at = select.integer();
    const auto& actor = select.text();
    const auto& site = select.text();
    const auto& story = select.text();
    const auto& comment = select.text();
    const auto& subject = select.text();
    const auto& from = select.text();
    const auto& to = select.text();
    const auto& story_state = select.text();
    const auto& reason = select.text();
    const auto& batch = select.text();
    filter.values.emplace_back(limit);
    select.run_with(std::move(filter.values));
    while (select.next()) {
        auto& [place, entry] = found.emplace_back();
        place = {at.value, source.letter, seq.value};
        entry.id = fmt::format("{}{}", source.letter, seq.value);
        entry.kind = kind.value;
        entry.at = at.time();
        entry.by = actor.value;
        entry.site = site.value;
        entry.story = story.value;
        entry.comment = comment.value;
        entry.subject = subject.value;
        entry.from = from.value;
        entry.to = to.value;
        entry.story_state = story_state.value;
        entry.reason = reason.value;
        entry.batch = batch.value;
    }
}

bool comes_first(const placed_entry& a, const placed_entry& b)
{
    return std::tuple(-a.place.at, a.place.source, -a.place.seq) <
           std::tuple(-b.place.at, b.place.source, -b.place.seq);
}

}  // namespace

std::string write_log_cursor(const log_cursor& cursor)
{
    return fmt::format("{}.{}{}", cursor.at, cursor.source, cursor.seq);
}

std::optional<log_cursor> read_log_cursor(std::string_view text)
{
    log_cursor cursor;
    const auto* const end = text.data() + text.size();
    const auto at = std::from_chars(text.data(), end, cursor.at);
    if (at.ec != std::errc() || end - at.ptr < 3 || *at.ptr != '.')
        return std::nullopt;
    cursor.source = at.ptr[1];
    const auto seq = std::from_chars(at.ptr + 2, end, cursor.seq);
    const bool known = std::ranges::any_of(log_sources, [&](const auto& source) {
        return source.letter == cursor.source;
    });
    if (seq.ec != std::errc() || seq.ptr != end || !known)
        return std::nullopt;
    return cursor;
}

std::vector<placed_entry> read_log(
    soci::session& session,
    const log_request& request,
    const std::optional<log_cursor>& after)
{
    const int most = request.limit + 1;
    std::vector<placed_entry> found;
    for (const auto& source : log_sources)
        if (source.has_sites || request.sites.empty())
            read_source(session, source, log_filter_of(request, source, after), most, found);
    std::ranges::sort(found, comes_first);
    if (found.size() > static_cast<std::size_t>(most))
        found.resize(most);
    return found;
}

}  // namespace rejoinder::storage
