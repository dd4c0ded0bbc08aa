#include "server/storage/discussion_rows.hpp"

#include "server/storage/comment_rows.hpp"
#include "server/storage/sql_statement.hpp"

#include <algorithm>
#include <iterator>
#include <string_view>
#include <unordered_map>
#include <unordered_set>

namespace rejoinder::storage {

namespace {

/// The condition that continues a list behind a cursor or before it, and the order in which one
/// comes there. Pairs are compared as such, so that the engine goes to the place in its index.
struct paging {
    const char* condition;
    const char* order;
};

constexpr paging rising = {
    "(created_at, id) > (:created_at, :id) ",
    "ORDER BY created_at, id "};
constexpr paging falling = {
    "(created_at, id) < (:created_at, :id) ",
    "ORDER BY created_at DESC, id DESC "};
constexpr paging less_liked = {
    "likes <= :most AND (likes < :likes OR (created_at, id) > (:created_at, :id)) ",
    "ORDER BY likes DESC, created_at, id "};
constexpr paging more_liked = {
    "likes >= :least AND (likes > :likes OR (created_at, id) < (:created_at, :id)) ",
    "ORDER BY likes, created_at DESC, id DESC "};

paging paging_of(sort_order sort, bool backwards)
{
    switch (sort) {
    case sort_order::newest:
        return backwards ? rising : falling;
    case sort_order::top:
        return backwards ? more_liked : less_liked;
    case sort_order::oldest:
    case sort_order::urgent:  // Of the desk only.
        break;
    }
    return backwards ? falling : rising;
}

using parent_of = std::unordered_map<std::string, std::string>;

/// Parents of the comments of these discussions that are not published.
parent_of read_hidden(soci::session& session, const std::vector<std::string>& roots)
{
    sql_statement select(
        session,
        "SELECT id, parent FROM comment WHERE root IN (" + placeholders("root", roots.size()) +
            ") AND state <> 'published'");
    const auto& id = select.text();
    const auto& parent = select.text();
    select.run_with({roots.begin(), roots.end()});
    parent_of hidden;
    while (select.next())
        hidden.emplace(id.value, parent.value);
    return hidden;
}

/// The published comments of each discussion, oldest first, up to so many.
std::vector<std::vector<model::comment>> read_by_discussion(
    soci::session& session,
    const std::vector<std::string>& roots,
    int most)
{
    std::unordered_map<std::string_view, std::size_t> order;
    for (const auto& root : roots)
        order.emplace(root, order.size());
    sql_statement select(
        session,
        "SELECT " + comment_columns::list() +
            "FROM (SELECT comment.*, ROW_NUMBER() OVER (PARTITION BY root ORDER BY created_at, id) "
            "AS place FROM comment WHERE root IN (" +
            placeholders("root", roots.size()) +
            ") AND state = 'published') c JOIN author a ON a.pseudonym = c.author "
            "WHERE c.place <= :shown_max ORDER BY c.created_at, c.id");
    const comment_columns columns(select);
    std::vector<sql_value> values(roots.begin(), roots.end());
    values.emplace_back(most);
    select.run_with(std::move(values));

    std::vector<std::vector<model::comment>> found(roots.size());
    while (select.next())
        found[order.at(columns.root())].push_back(columns.read());
    return found;
}

/// Cuts a discussion off behind its first replies and says where it goes on.
void cut_off(
    std::vector<model::comment>& discussion,
    const std::string& root,
    int replies_max,
    comment_page& page)
{
    const bool has_root = !discussion.empty() && discussion.front().id.str() == root;
    const auto most = static_cast<std::size_t>(replies_max) + (has_root ? 1 : 0);
    if (discussion.size() <= most)
        return;
    if (most > 0) {
        auto& next = page.more_replies[discussion.front().id.str()];
        next = write_cursor(reply_cursor(discussion[most - 1]));
    }
    discussion.resize(most);
}

/// Adds what is shown anyway; it is younger than what was cut off before it.
void add_missing(std::vector<model::comment>& discussion, std::vector<model::comment> also)
{
    std::unordered_set<std::string> there;
    for (const auto& comment : discussion)
        there.insert(comment.id.str());
    for (auto& comment : also)
        if (!there.contains(comment.id.str()))
            discussion.push_back(std::move(comment));
}

}  // namespace

discussion_list read_discussions(
    soci::session& session,
    const list_request& request,
    const std::optional<page_cursor>& from)
{
    const bool backwards = from && from->use == cursor_use::earlier;
    const auto paging = paging_of(request.sort, backwards);
    std::string sql = "SELECT id, created_at, likes FROM comment WHERE site = :site "
                      "AND story = :story AND parent IS NULL AND shown > 0 ";
    std::vector<sql_value> values = {request.story.site, request.story.story};
    if (from) {
        sql.append("AND ").append(paging.condition);
        if (request.sort == sort_order::top)
            values.insert(values.end(), 2, sql_value(from->likes));
        values.emplace_back(from->created_at);
        values.emplace_back(from->id);
    }
    sql.append(paging.order).append("LIMIT :page_max");
    values.emplace_back(request.top_level_max + 1);

    sql_statement select(session, sql);
    const auto& id = select.text();
    const auto& created_at = select.integer();
    const auto& likes = select.integer();
    select.run_with(std::move(values));
    discussion_list list;
    while (select.next()) {
        auto& found = list.discussions.emplace_back();
        found.sort = request.sort;
        found.id = id.value;
        found.created_at = created_at.value;
        found.likes = request.sort == sort_order::top ? likes.value : 0;
    }
    list.more = list.discussions.size() > static_cast<std::size_t>(request.top_level_max);
    if (list.more)
        list.discussions.pop_back();
    if (backwards)
        std::reverse(list.discussions.begin(), list.discussions.end());
    return list;
}

std::string write_earlier(page_cursor first)
{
    first.use = cursor_use::earlier;
    return write_cursor(first);
}

page_cursor place_of_discussion(soci::session& session, const std::string& root, sort_order sort)
{
    sql_statement select(session, "SELECT created_at, likes FROM comment WHERE id = :root");
    const auto& created_at = select.integer();
    const auto& likes = select.integer();
    select.run(root);
    page_cursor place;
    place.sort = sort;
    place.id = root;
    while (select.next()) {
        place.created_at = created_at.value;
        place.likes = sort == sort_order::top ? likes.value : 0;
    }
    return place;
}

page_cursor reply_cursor(const model::comment& last)
{
    page_cursor cursor;
    cursor.use = cursor_use::replies;
    cursor.created_at = last.created_at.time_since_epoch().count();
    cursor.id = last.id.str();
    return cursor;
}

void read_discussed(
    soci::session& session,
    const std::vector<page_cursor>& discussions,
    int replies_max,
    shown_anyway also,
    comment_page& page)
{
    if (discussions.empty())
        return;
    std::vector<std::string> roots;
    for (const auto& discussion : discussions)
        roots.push_back(discussion.id);
    // The root, the replies, and one more that tells whether there are more.
    auto by_discussion = read_by_discussion(session, roots, replies_max + 2);
    for (std::size_t i = 0; i < roots.size(); ++i) {
        auto& discussion = by_discussion[i];
        cut_off(discussion, roots[i], replies_max, page);
        if (roots[i] == also.root)
            add_missing(discussion, std::move(also.comments));
        std::move(discussion.begin(), discussion.end(), std::back_inserter(page.comments));
    }
    lift_orphans(session, roots, page.comments);
}

void lift_orphans(
    soci::session& session,
    const std::vector<std::string>& roots,
    std::vector<model::comment>& comments)
{
    std::unordered_set<std::string_view> shown;
    for (const auto& comment : comments)
        shown.insert(comment.id.str());
    const bool orphans = std::any_of(comments.begin(), comments.end(), [&](const auto& comment) {
        return comment.parent && !shown.contains(comment.parent->str());
    });
    if (!orphans)
        return;
    const auto hidden = read_hidden(session, roots);
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

}  // namespace rejoinder::storage
