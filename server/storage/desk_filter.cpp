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

/// What waits for a reason has a table of its own.
std::string comments_for_reason(const desk_request& request)
{
    return asks_for_pending(request) ? "SELECT comment FROM waiting_reason WHERE reason = :reason"
                                     : "SELECT comment FROM finding WHERE reason = :reason";
}

void add_reason(desk_filter& filter, const desk_request& request, bool rare)
{
    if (request.reason.empty())
        return;
    if (rare)
        filter.add("c.id IN (" + comments_for_reason(request) + ")", request.reason);
    else
        filter.add(
            "EXISTS (SELECT 1 FROM finding f WHERE f.comment = c.id AND f.reason = :reason)",
            request.reason);
}

void add_reported(desk_filter& filter, bool wanted)
{
    filter.sql += wanted ? "AND c.id IN " : "AND c.id NOT IN ";
    filter.sql += "(SELECT comment FROM report WHERE outcome = 'open') ";
}

void add_cursor(desk_filter& filter, const page_cursor& after, reported_part part)
{
    auto order = after.sort;
    if (order == sort_order::top && part == reported_part::without_reports)
        order = sort_order::oldest;
    switch (order) {
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

bool asks_for_pending(const desk_request& request)
{
    return request.sort == sort_order::urgent || request.state == model::comment_state::pending;
}

void desk_filter::add(const std::string& condition, sql_value value)
{
    sql.append("AND ").append(condition).append(" ");
    values.push_back(std::move(value));
}

desk_filter filter_of(
    const desk_request& request,
    const std::optional<page_cursor>& after,
    const dialect& engine,
    const search_plan& plan)
{
    desk_filter filter;
    const auto add_text = [&](const char* condition, const std::string& value) {
        if (!value.empty())
            filter.add(condition, value);
    };
    const auto state = asks_for_pending(request) ? model::comment_state::pending : request.state;
    // Where few are looked at one by one, no index of a whole state is to be gone through for them.
    const bool few = !request.cluster.empty() || plan.rare_reason || plan.rare_words ||
                     plan.part == reported_part::with_reports;
    if (state)
        filter.add(
            few ? "COALESCE(c.state, '') = :state" : "c.state = :state",
            model::to_string(*state));
    add_text(few ? "COALESCE(c.site, '') = :site" : "c.site = :site", request.site);
    filter.sql += among_sites("c.site", request.sites, filter.values);
    add_text("c.story = :story", request.story);
    add_text("c.author = :author", request.author);
    add_reason(filter, request, plan.rare_reason);
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
            std::string(plan.rare_words ? engine.is_one_with_words() : engine.has_words()),
            words);
    if (request.since)
        filter.add("c.created_at >= :since", *request.since);
    if (request.until)
        filter.add("c.created_at < :until", *request.until);
    if (request.reported || plan.part == reported_part::with_reports)
        add_reported(filter, true);
    else if (plan.part == reported_part::without_reports)
        add_reported(filter, false);
    if (after)
        add_cursor(filter, *after, plan.part);
    return filter;
}

std::string count_for_reason(const desk_request& request)
{
    return "SELECT COUNT(*) FROM (" + comments_for_reason(request) + " LIMIT :most)";
}

std::string order_of(sort_order sort, reported_part part)
{
    if (sort == sort_order::top && part == reported_part::without_reports)
        sort = sort_order::oldest;
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
