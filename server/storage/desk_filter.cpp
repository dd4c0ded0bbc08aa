#include "server/storage/desk_filter.hpp"

#include "server/storage/site_rows.hpp"

#include <bit>

namespace rejoinder::storage {

namespace {

/// The least text behind all that begin so: no code point is greater than U+10FFFF.
std::string behind(const std::string& beginning)
{
    return beginning + "\xF4\x8F\xBF\xBF";
}

constexpr const char* open_reports_of_c =
    "(SELECT COUNT(*) FROM report r WHERE r.comment = c.id AND r.outcome = 'open')";

void add_cursor(desk_filter& filter, const page_cursor& after)
{
    switch (after.sort) {
    case sort_order::oldest:
        filter.add("(c.created_at, c.id) > (:created_at, :id)", after.created_at);
        break;
    case sort_order::newest:
        filter.add("(c.created_at, c.id) < (:created_at, :id)", after.created_at);
        break;
    case sort_order::top:
        filter.add(
            std::string("(-") + open_reports_of_c +
                ", c.created_at, c.id) > "
                "(:reports, :created_at, :id)",
            -after.likes);
        filter.values.emplace_back(after.created_at);
        break;
    case sort_order::urgent: {
        const auto score = std::bit_cast<double>(after.likes);
        filter.add("c.score <= :score_max", score);
        filter.add("(c.score < :score OR (c.created_at, c.id) > (:created_at, :id))", score);
        filter.values.emplace_back(after.created_at);
        break;
    }
    }
    filter.values.emplace_back(after.id);
}

}  // namespace

void desk_filter::add(const std::string& condition, sql_value value)
{
    sql.append("AND ").append(condition).append(" ");
    values.push_back(std::move(value));
}

desk_filter filter_of(
    const desk_request& request,
    const std::optional<page_cursor>& after,
    const dialect& engine,
    bool rare_words)
{
    desk_filter filter;
    const auto add_text = [&](const char* condition, const std::string& value) {
        if (!value.empty())
            filter.add(condition, value);
    };
    const auto state =
        request.sort == sort_order::urgent ? model::comment_state::pending : request.state;
    // A cluster is few: no index of a whole state is to be gone through for it.
    if (state)
        filter.add(
            request.cluster.empty() ? "c.state = :state" : "COALESCE(c.state, '') = :state",
            model::to_string(*state));
    add_text("c.site = :site", request.site);
    filter.sql += among_sites("c.site", request.sites, filter.values);
    add_text("c.story = :story", request.story);
    add_text("c.author = :author", request.author);
    add_text(
        "EXISTS (SELECT 1 FROM finding f WHERE f.comment = c.id AND f.reason = :reason)",
        request.reason);
    if (!request.cluster.empty()) {
        // By id, so that the engine begins with the few that there are.
        filter.add(
            "c.id IN (SELECT id FROM comment WHERE id = :first UNION ALL "
            "SELECT id FROM comment WHERE cluster = :cluster AND cluster <> '')",
            request.cluster);
        filter.values.emplace_back(request.cluster);
    }
    if (!request.section.empty()) {
        filter.add(
            "(c.site, c.story) IN (SELECT site, story FROM story WHERE path >= :path "
            "AND path < :behind)",
            request.section);
        filter.values.emplace_back(behind(request.section));
    }
    if (const auto words = engine.full_text_query(request.text); !words.empty())
        filter.add(
            std::string(rare_words ? engine.is_one_with_words() : engine.has_words()),
            words);
    if (request.since)
        filter.add("c.created_at >= :since", *request.since);
    if (request.until)
        filter.add("c.created_at < :until", *request.until);
    if (request.reported)
        filter.sql += "AND c.id IN (SELECT comment FROM report WHERE outcome = 'open') ";
    if (after)
        add_cursor(filter, *after);
    return filter;
}

std::string order_of(sort_order sort)
{
    switch (sort) {
    case sort_order::newest:
        return "ORDER BY c.created_at DESC, c.id DESC ";
    case sort_order::top:
        return std::string("ORDER BY -") + open_reports_of_c + ", c.created_at, c.id ";
    case sort_order::urgent:
        return "ORDER BY c.score DESC, c.created_at, c.id ";
    case sort_order::oldest:
        break;
    }
    return "ORDER BY c.created_at, c.id ";
}

page_cursor place_of(const desk_comment& last, sort_order sort)
{
    page_cursor place;
    place.sort = sort;
    if (sort == sort_order::top)
        place.likes = last.open_reports;
    else if (sort == sort_order::urgent)
        place.likes = std::bit_cast<long long>(last.comment.verdict.score);
    place.created_at = last.comment.created_at.time_since_epoch().count();
    place.id = last.comment.id.str();
    return place;
}

}  // namespace rejoinder::storage
