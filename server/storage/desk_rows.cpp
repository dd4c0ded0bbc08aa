#include "server/storage/desk_rows.hpp"

#include "server/storage/comment_rows.hpp"
#include "server/storage/sql_statement.hpp"
#include "server/storage/storage_failure.hpp"
#include "server/storage/story_rows.hpp"

#include <map>
#include <utility>

namespace rejoinder::storage {

namespace {

/// What became of authors' comments. One that wrote much of a page is counted once.
class author_pasts {
public:
    explicit author_pasts(soci::session& session)
        : since_(model::now() - desk_comment::lately),
          own_(session, "SELECT author_proof, decided FROM comment WHERE id = :id"),
          proof_(own_.text()),
          own_decided_(own_.integer()),
          select_(
              session,
              "SELECT state, decided, COUNT(*), "
              "COALESCE(SUM(CASE WHEN created_at >= :since THEN 1 ELSE 0 END), 0) "
              "FROM comment WHERE author = :author AND site = :site GROUP BY state, decided"),
          state_(select_.text()),
          decided_(select_.integer()),
          all_(select_.integer()),
          lately_(select_.integer())
    {
    }

    void bring_to(desk_comment& entry)
    {
        const auto& comment = entry.comment;
        const auto [known, is_new] =
            known_.try_emplace({comment.author.str(), comment.story.site.str()});
        if (is_new)
            known->second = read(comment);
        entry.author = known->second.all;
        entry.author_lately = known->second.lately;

        own_.run(comment.id);
        while (own_.next()) {
            entry.author_proved = proof_.value == "author_token";
            const bool decided = own_decided_.value != 0;
            count(entry.author, comment.state, decided, -1);
            if (comment.created_at >= since_)
                count(entry.author_lately, comment.state, decided, -1);
        }
    }

private:
    struct pasts {
        author_past all;
        author_past lately;
    };

    pasts read(const model::comment& comment)
    {
        pasts found;
        select_.run(since_, comment.author, comment.story.site);
        while (select_.next()) {
            const auto state = model::comment_state_from(state_.value);
            if (!state)
                throw storage_failure("reading a comment of an unknown state", 0);
            count(found.all, *state, decided_.value != 0, all_.value);
            count(found.lately, *state, decided_.value != 0, lately_.value);
        }
        return found;
    }

    static void count(
        author_past& past,
        model::comment_state state,
        bool decided,
        std::int64_t comments)
    {
        if (state == model::comment_state::published) {
            past.published += comments;
            past.approved_by_human += decided ? comments : 0;
        } else if (state == model::comment_state::rejected || state == model::comment_state::spam) {
            past.rejected += comments;
        } else if (state == model::comment_state::pending) {
            past.waiting += comments;
        }
    }

    model::timestamp since_;
    std::map<std::pair<std::string, std::string>, pasts> known_;
    sql_statement own_;
    const text_column& proof_;
    const integer_column& own_decided_;
    sql_statement select_;
    const text_column& state_;
    const integer_column& decided_;
    const integer_column& all_;
    const integer_column& lately_;
};

class report_counts {
public:
    explicit report_counts(soci::session& session)
        : select_(
              session,
              "SELECT COUNT(*) FROM report WHERE comment = :comment AND outcome = 'open'"),
          count_(select_.integer())
    {
    }

    void bring_to(desk_comment& entry)
    {
        select_.run(entry.comment.id);
        while (select_.next())
            entry.open_reports = count_.value;
    }

private:
    sql_statement select_;
    const integer_column& count_;
};

class parent_excerpts {
public:
    explicit parent_excerpts(soci::session& session)
        : select_(
              session,
              "SELECT author_name, SUBSTR(text, 1, 500), state FROM comment WHERE id = :id"),
          name_(select_.text()),
          text_(select_.text()),
          state_(select_.text())
    {
    }

    void bring_to(desk_comment& entry)
    {
        if (!entry.comment.parent)
            return;
        select_.run(*entry.comment.parent);
        while (select_.next()) {
            const auto state = model::comment_state_from(state_.value);
            if (!state)
                throw storage_failure("reading a comment of an unknown state", 0);
            entry.parent = {*entry.comment.parent, name_.value, text_.value, *state};
        }
    }

private:
    sql_statement select_;
    const text_column& name_;
    const text_column& text_;
    const text_column& state_;
};

/// How much of a cluster waits: those that name its first comment, and the first.
class cluster_counts {
public:
    explicit cluster_counts(soci::session& session)
        : own_(session, "SELECT cluster FROM comment WHERE id = :id"),
          cluster_(own_.text()),
          select_(
              session,
              "SELECT (SELECT COUNT(*) FROM comment WHERE cluster = :cluster AND cluster <> '' "
              "AND state = 'pending') + "
              "(SELECT COUNT(*) FROM comment WHERE id = :first AND state = 'pending')"),
          waiting_(select_.integer())
    {
    }

    void bring_to(desk_comment& entry)
    {
        own_.run(entry.comment.id);
        while (own_.next())
            entry.cluster = cluster_.value;
        if (entry.cluster.empty())
            entry.cluster = entry.comment.id.str();
        select_.run(entry.cluster, entry.cluster);
        while (select_.next())
            entry.cluster_waiting = waiting_.value;
    }

private:
    sql_statement own_;
    const text_column& cluster_;
    sql_statement select_;
    const integer_column& waiting_;
};

}  // namespace

std::vector<desk_comment> with_surroundings(
    soci::session& session,
    std::vector<model::comment> comments)
{
    std::vector<model::comment*> all;
    std::vector<model::story_key> keys;
    for (auto& comment : comments) {
        all.push_back(&comment);
        keys.push_back(comment.story);
    }
    attach_findings(session, all);
    const auto stories = read_stories(session, keys);

    author_pasts authors(session);
    report_counts reports(session);
    parent_excerpts parents(session);
    cluster_counts clusters(session);
    std::vector<desk_comment> entries;
    for (auto& comment : comments) {
        auto& entry = entries.emplace_back();
        entry.story = stories.at(comment.story);
        entry.comment = std::move(comment);
        authors.bring_to(entry);
        reports.bring_to(entry);
        parents.bring_to(entry);
        clusters.bring_to(entry);
    }
    return entries;
}

}  // namespace rejoinder::storage
