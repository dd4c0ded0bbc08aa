#include "server/storage/discussion_rows.hpp"

#include "server/storage/comment_rows.hpp"
#include "server/storage/sql_statement.hpp"

#include <algorithm>
#include <iterator>
#include <unordered_map>
#include <unordered_set>

namespace rejoinder::storage {

namespace {

/// The condition that continues a list behind a cursor, and its order. Pairs are compared as such,
/// so that the engine goes to the place in its index.
struct paging {
    const char* condition;
    const char* order;
};

paging paging_of(sort_order sort)
{
    switch (sort) {
    case sort_order::newest:
        return {"(created_at, id) < (:created_at, :id) ", "ORDER BY created_at DESC, id DESC "};
    case sort_order::top:
        return {
            "(likes < :least OR (likes = :likes AND (created_at, id) > (:created_at, :id))) ",
            "ORDER BY likes DESC, created_at, id "};
    case sort_order::oldest:
    case sort_order::urgent:  // Of the desk only.
        break;
    }
    return {"(created_at, id) > (:created_at, :id) ", "ORDER BY created_at, id "};
}

using parent_of = std::unordered_map<std::string, std::string>;

/// Parents of the comments of these discussions that are not published.
parent_of read_hidden(soci::session& session, const std::vector<sql_value>& roots)
{
    sql_statement select(
        session,
        "SELECT id, parent FROM comment WHERE root IN (" + placeholders("root", roots.size()) +
            ") AND state <> 'published'");
    const auto& id = select.text();
    const auto& parent = select.text();
    select.run_with(roots);
    parent_of hidden;
    while (select.next())
        hidden.emplace(id.value, parent.value);
    return hidden;
}

void lift_orphans(std::vector<model::comment>& comments, const parent_of& hidden)
{
    for (auto& comment : comments) {
        while (comment.parent) {
            const auto found = hidden.find(comment.parent->str());
            if (found == hidden.end())
                break;
            if (found->second.empty())
                comment.parent.reset();
            else
                comment.parent = model::comment_id(found->second);
        }
    }
}

}  // namespace

std::vector<page_cursor> read_discussions(
    soci::session& session,
    const list_request& request,
    const std::optional<page_cursor>& after)
{
    const auto paging = paging_of(request.sort);
    std::string sql = "SELECT id, created_at, likes FROM comment WHERE site = :site "
                      "AND story = :story AND parent IS NULL AND shown > 0 ";
    std::vector<sql_value> values = {request.story.site, request.story.story};
    if (after) {
        sql.append("AND ").append(paging.condition);
        if (request.sort == sort_order::top)
            values.insert(values.end(), 2, sql_value(after->likes));
        values.emplace_back(after->created_at);
        values.emplace_back(after->id);
    }
    sql.append(paging.order).append("LIMIT :page_max");
    values.emplace_back(request.top_level_max + 1);

    sql_statement select(session, sql);
    const auto& id = select.text();
    const auto& created_at = select.integer();
    const auto& likes = select.integer();
    select.run_with(std::move(values));
    std::vector<page_cursor> discussions;
    while (select.next()) {
        auto& found = discussions.emplace_back();
        found.sort = request.sort;
        found.id = id.value;
        found.created_at = created_at.value;
        found.likes = request.sort == sort_order::top ? likes.value : 0;
    }
    return discussions;
}

std::vector<model::comment> read_discussed(
    soci::session& session,
    const std::vector<page_cursor>& discussions,
    int replies_max)
{
    if (discussions.empty())
        return {};
    std::vector<sql_value> roots;
    std::unordered_map<std::string, std::size_t> order;
    for (const auto& discussion : discussions) {
        order.emplace(discussion.id, order.size());
        roots.emplace_back(discussion.id);
    }

    sql_statement select(
        session,
        "SELECT " + comment_columns::list() +
            "FROM (SELECT comment.*, ROW_NUMBER() OVER (PARTITION BY root ORDER BY created_at, id) "
            "AS place FROM comment WHERE root IN (" +
            placeholders("root", roots.size()) +
            ") AND state = 'published') c JOIN author a ON a.pseudonym = c.author "
            "WHERE c.place <= :shown_max ORDER BY c.created_at, c.id");
    const comment_columns columns(select);
    auto values = roots;
    values.emplace_back(replies_max + 1);
    select.run_with(std::move(values));

    std::vector<std::vector<model::comment>> by_discussion(discussions.size());
    std::unordered_set<std::string> shown;
    while (select.next()) {
        auto comment = columns.read();
        shown.insert(comment.id.str());
        by_discussion[order.at(columns.root())].push_back(std::move(comment));
    }
    std::vector<model::comment> comments;
    for (std::size_t i = 0; i < by_discussion.size(); ++i) {
        auto& discussion = by_discussion[i];
        // Where the root is hidden, one reply too many was read in its place.
        const bool has_root =
            !discussion.empty() && discussion.front().id.str() == discussions[i].id;
        const auto most = static_cast<std::size_t>(replies_max) + (has_root ? 1 : 0);
        discussion.resize(std::min(discussion.size(), most));
        std::move(discussion.begin(), discussion.end(), std::back_inserter(comments));
    }

    const bool orphans = std::any_of(comments.begin(), comments.end(), [&](const auto& comment) {
        return comment.parent && !shown.contains(comment.parent->str());
    });
    if (orphans)
        lift_orphans(comments, read_hidden(session, roots));
    return comments;
}

}  // namespace rejoinder::storage
