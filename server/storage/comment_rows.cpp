#include "server/storage/comment_rows.hpp"

#include "server/storage/chunks.hpp"
#include "server/storage/storage_failure.hpp"

#include <unordered_map>

namespace rejoinder::storage {

namespace {

template <class T>
T known(std::optional<T> value)
{
    if (!value)
        throw storage_failure("reading a comment of an unknown state", 0);
    return *value;
}

void read_findings(
    soci::session& session,
    const std::vector<sql_value>& ids,
    const std::unordered_map<std::string, model::comment*>& by_id)
{
    sql_statement select(
        session,
        "SELECT comment, reason, filter_name, field, span_begin, span_end, detail, weight, silent "
        "FROM finding WHERE comment IN (" +
            placeholders("id", ids.size()) + ") ORDER BY comment, ord");
    const auto& comment = select.text();
    const auto& reason = select.text();
    const auto& filter = select.text();
    const auto& field = select.text();
    const auto& begin = select.integer();
    const auto& end = select.integer();
    const auto& detail = select.text();
    const auto& weight = select.real();
    const auto& silent = select.integer();
    select.run_with(ids);

    while (select.next()) {
        const auto known_reason = moderation::reason_from(reason.value);
        const auto known_field = moderation::comment_field_from(field.value);
        // A newer program may have stored reasons that this one cannot name.
        if (!known_reason || !known_field)
            continue;
        moderation::finding found;
        found.reason = *known_reason;
        found.field = *known_field;
        found.span.begin = static_cast<std::size_t>(begin.value);
        found.span.end = static_cast<std::size_t>(end.value);
        found.detail = detail.value;
        found.filter = filter.value;
        found.weight = weight.value;
        found.silent = silent.value != 0;
        by_id.at(comment.value)->verdict.found.push_back(std::move(found));
    }
}

}  // namespace

std::string comment_columns::list()
{
    return "c.id, c.site, c.story, c.parent, c.root, c.author_name, c.author_website, c.author, "
           "a.avatar, c.text, c.state, c.revision, c.created_at, c.edited_at, c.likes, "
           "c.verdict, c.score, c.rule_set ";
}

// The members are initialised in their order, which is that of list().
comment_columns::comment_columns(sql_statement& select)
    : id_(select.text()),
      site_(select.text()),
      story_(select.text()),
      parent_(select.text()),
      root_(select.text()),
      author_name_(select.text()),
      author_website_(select.text()),
      author_(select.text()),
      avatar_(select.text()),
      text_(select.text()),
      state_(select.text()),
      revision_(select.integer()),
      created_at_(select.integer()),
      edited_at_(select.integer()),
      likes_(select.integer()),
      verdict_(select.text()),
      score_(select.real()),
      rule_set_(select.text())
{
}

model::comment comment_columns::read() const
{
    model::comment comment;
    comment.id = model::comment_id(id_.value);
    comment.story.site = model::site_id(site_.value);
    comment.story.story = model::story_id(story_.value);
    if (const auto parent = parent_.optional())
        comment.parent = model::comment_id(*parent);
    comment.author_name = author_name_.value;
    comment.author_website = author_website_.value;
    comment.author = model::pseudonym(author_.value);
    comment.avatar = avatar_.value;
    comment.text = text_.value;
    comment.state = known(model::comment_state_from(state_.value));
    comment.revision = revision_.value;
    comment.created_at = created_at_.time();
    comment.edited_at = edited_at_.optional_time();
    comment.likes = likes_.value;
    comment.verdict.kind = known(moderation::verdict_kind_from(verdict_.value));
    comment.verdict.score = score_.value;
    comment.verdict.rule_set = rule_set_.value;
    return comment;
}

void attach_findings(soci::session& session, std::span<model::comment* const> comments)
{
    for (const auto chunk : chunks(comments)) {
        std::vector<sql_value> ids;
        std::unordered_map<std::string, model::comment*> by_id;
        for (auto* const comment : chunk) {
            ids.emplace_back(comment->id);
            by_id.emplace(comment->id.str(), comment);
        }
        read_findings(session, ids, by_id);
    }
}

std::vector<model::comment> read_comments(soci::session& session, std::span<const std::string> ids)
{
    std::vector<model::comment> comments;
    for (const auto chunk : chunks(ids)) {
        sql_statement select(
            session,
            "SELECT " + comment_columns::list() +
                "FROM comment c JOIN author a ON a.pseudonym = c.author WHERE c.id IN (" +
                placeholders("id", chunk.size()) + ")");
        const comment_columns columns(select);
        select.run_with({chunk.begin(), chunk.end()});
        while (select.next())
            comments.push_back(columns.read());
    }

    std::vector<model::comment*> all;
    for (auto& comment : comments)
        all.push_back(&comment);
    attach_findings(session, all);
    return comments;
}

}  // namespace rejoinder::storage
