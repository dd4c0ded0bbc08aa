#pragma once

#include "server/model/author_record.hpp"
#include "server/model/backtest_record.hpp"
#include "server/model/comment.hpp"
#include "server/model/decision.hpp"
#include "server/model/event.hpp"
#include "server/model/report.hpp"
#include "server/model/result.hpp"
#include "server/model/rule_set_version.hpp"
#include "server/model/story.hpp"
#include "server/model/submission.hpp"
#include "server/storage/desk_scope.hpp"
#include "server/storage/moderator_store.hpp"
#include "server/storage/oversight_store.hpp"
#include "server/storage/reading_store.hpp"
#include "server/storage/revision_store.hpp"

#include <chrono>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace rejoinder::storage {

/// A submission with what the filters made of it, ready to be stored.
struct judged_submission {
    model::submission submission;
    moderation::verdict verdict;
    std::vector<std::int64_t> sketch = {};  ///< By what texts like it are looked up; may be empty.
    std::string cluster = {};   ///< Of much the same text: id of the first; empty: none is known.
    std::string name_key = {};  ///< Of a proved author's name; see owners_of_names().
    std::string context = {};   ///< What it was judged in the light of, as the worker writes it.
};

/// What an author did lately, as the filters' context needs it.
struct author_activity {
    std::int64_t published = 0;
    std::int64_t pending = 0;
    std::int64_t rejected = 0;           ///< Rejected or spam.
    std::int64_t approved_by_human = 0;  ///< Published by a moderator's decision.
    struct recent_comment {
        model::comment_id id;
        std::string text;
        model::story_key story;
        model::timestamp created_at;
    };
    std::vector<recent_comment> recent;  ///< Newest first, at most `recent_max`.
};

/// A stored comment with all it was judged by.
struct judged_comment {
    model::comment comment;
    std::string email_domain;
    std::string context;   ///< As given to add().
    bool decided = false;  ///< Its state is a moderator's decision.
};

/// A published comment, judged in a new light.
struct judged_again {
    model::comment_id comment;
    std::int64_t expected_revision = 0;
    moderation::verdict verdict;
    std::string context;  ///< As in judged_submission.
    std::string reason;   ///< Why it was judged again, for the event.
};

/// A name and an author who has it.
struct owned_name {
    std::string key;
    model::pseudonym author;
};

/// A report with how its reporter's earlier ones ended.
struct weighed_report {
    model::report report;
    model::reporter_record record;
};

enum class report_status {
    added,
    repeated,  ///< This reader has reported the comment before; nothing changed.
    too_many,  ///< As many by this reader as there may be in an hour.
    not_published
};

/// A comment that may be much like another one.
struct similar_comment {
    model::comment_id id;
    model::pseudonym author;
    std::string text;
    model::story_key story;
    model::timestamp created_at;
    std::string cluster;  ///< Empty: it is the first, or alone.
};

/// What the desk lists. Empty fields do not filter.
struct desk_request {
    std::optional<model::comment_state> state;
    std::string site;
    model::site_list sites;  ///< None of another is listed; empty: all may be.
    std::string story;
    std::string reason;     ///< Stable name of a finding's reason.
    bool reported = false;  ///< Only what has open reports.
    std::string author;     ///< A pseudonym.
    std::string cluster;    ///< Of texts much like each other, by the id of its first.
    std::string section;    ///< Beginning of the path of the story's URL.
    std::string text;       ///< Words in name or text, or beginnings of words.
    std::optional<model::timestamp> since;
    std::optional<model::timestamp> until;  ///< Not included.
    /// `top`: most reported. `urgent` lists pending comments only.
    sort_order sort = sort_order::oldest;
    std::string cursor;
    int limit = 50;  ///< At least 1.
};

/// A comment as it is seen from another one.
struct comment_excerpt {
    model::comment_id id;
    std::string author_name;
    std::string text;  ///< Its first 500 code points.
    model::comment_state state = model::comment_state::pending;
};

/// What became of an author's other comments on the site.
struct author_past {
    std::int64_t published = 0;
    std::int64_t approved_by_human = 0;  ///< Of those, by a moderator's decision.
    std::int64_t rejected = 0;           ///< Rejected or spam.
    std::int64_t waiting = 0;
};

struct desk_comment {
    model::comment comment;
    model::story story;
    std::optional<comment_excerpt> parent;
    std::string cluster;               ///< Id of the first of much the same text; or its own.
    std::int64_t cluster_waiting = 0;  ///< Of that cluster, how many are pending.
    author_past author;
    author_past author_lately;   ///< Of the last `lately` before this was asked.
    bool author_proved = false;  ///< Wrote with the token of their earlier comments.
    std::int64_t open_reports = 0;

    static constexpr std::chrono::days lately{30};
};

struct desk_page {
    std::vector<desk_comment> comments;
    std::string next;
};

struct state_counts {
    std::int64_t published = 0;
    std::int64_t pending = 0;
    std::int64_t rejected = 0;
    std::int64_t spam = 0;
    std::int64_t reported = 0;  ///< In any state, with open reports.
};

/// Pending comments that have such a finding, by the stable name of its reason.
using reason_counts = std::map<std::string, std::int64_t>;

/// An event with what publishing it needs: the comment as it is now, the story with its count.
struct outbox_entry {
    model::event event;
    std::optional<model::comment> comment;
    model::story story;
    std::int64_t open_reports = 0;  ///< Of a comment that was reported, as it is now.
};

/// The record. Blocking, and safe to call from several threads at once; async_store is the bridge
/// to coroutines. Every verb either happens whole or throws storage_failure and has not happened.
///
/// Every change of a comment's state writes its event row in the same transaction.
class store : public moderator_store,
              public revision_store,
              public oversight_store,
              public reading_store {
public:
    ~store() override = default;

    // The pipe

    /// Stores the batch in one transaction: stories first seen, comments, findings, events. A
    /// comment id that is already stored is skipped, so that a repeated batch changes nothing. A
    /// reply whose parent is not in the story is stored at the top. Returns how many were new.
    virtual std::size_t add(std::span<const judged_submission> batch) = 0;

    /// Activity of each author, in the order asked. `recent` looks back to `since`.
    virtual std::vector<author_activity> activity_of(
        const model::site_id& site,
        std::span<const model::pseudonym> authors,
        model::timestamp since,
        int recent_max) = 0;

    /// Comments that came from this network since then, in any state, over all sites.
    virtual std::int64_t count_from_network(
        const model::client_pseudonym& network,
        model::timestamp since) = 0;

    /// Comments on the story since then, by anybody, in any state.
    virtual std::int64_t count_in_story(const model::story_key& story, model::timestamp since) = 0;

    /// Of these names, given by their keys, those who have published at least so many comments of
    /// the site under them, each proved by token.
    virtual std::vector<owned_name> owners_of_names(
        const model::site_id& site,
        std::span<const std::string> keys,
        std::int64_t published_min) = 0;

    /// Bans of these authors in the site, in a story of it or everywhere, in force at the time.
    virtual std::vector<model::ban> bans_in_force(
        const model::site_id& site,
        std::span<const model::pseudonym> authors,
        model::timestamp at) = 0;

    /// Comments of the site since then whose sketch has one of these numbers, newest first, each
    /// once, at most `each_max` for a number. Withdrawn and erased ones are left out.
    virtual std::vector<similar_comment> similar_to(
        const model::site_id& site,
        std::span<const std::int64_t> sketch,
        model::timestamp since,
        int each_max) = 0;

    // The desk

    /// Refuses a cursor that is none of this sort with invalid_request.
    virtual model::result<desk_page> list_for_desk(const desk_request& request) = 0;
    virtual std::optional<desk_comment> find_for_desk(const model::comment_id& id) = 0;
    virtual std::vector<model::event> history_of(const model::comment_id& id) = 0;
    virtual state_counts counts(const desk_scope& where) = 0;
    virtual reason_counts pending_by_reason(const desk_scope& where) = 0;

    /// Takes decisions in one transaction, each against its expected revision; outcomes in the
    /// order given. A conflict touches nothing and does not stop the others. `batch` is a fresh
    /// UUID, by which they are taken back.
    virtual std::vector<model::decision_outcome> decide(
        std::span<const model::decision> decisions,
        const acting_moderator& by,
        const std::string& batch) = 0;

    /// Takes back what was decided together since then: each comment has the state from before,
    /// and open reports again, unless something happened to it meanwhile (conflict). Empty where
    /// there is no such batch.
    virtual std::vector<model::decision_outcome> undo(
        const std::string& batch,
        model::timestamp since,
        const acting_moderator& by) = 0;

    virtual model::result<model::story> change_story(
        const model::story_key& key,
        const model::story_change& change,
        const acting_moderator& by) = 0;

    // Authors

    // An author is known to who may see a site on which they have commented.

    /// False where the author is not known, or the ban reaches beyond the moderator's sites.
    virtual bool add_ban(const model::ban& added, const acting_moderator& by) = 0;

    /// False where it is lifted already, there is none, or it reaches beyond the moderator's sites.
    virtual bool lift_ban(const std::string& id, const acting_moderator& by) = 0;

    /// What happened on these sites; empty where the author is not known there. Of notes, those by
    /// moderators who saw no more.
    virtual std::optional<model::author_record> author_record_of(
        const model::pseudonym& author,
        model::timestamp lately,
        const model::site_list& sites) = 0;

    /// False where the author is not known.
    virtual bool add_note(const model::author_note& added, const acting_moderator& by) = 0;

    /// The author's newest address on the moderator's sites, with an event that says who asked for
    /// it and why.
    virtual std::optional<model::sealed_email> reveal_address(
        const model::pseudonym& author,
        const acting_moderator& by,
        const std::string& reason) = 0;

    // Reports

    /// Keeps a report of a published comment, if the reader has made fewer than `hourly_max` within
    /// the hour before.
    virtual report_status add_report(const model::report& added, int hourly_max) = 0;

    /// All reports of the comment, oldest first.
    virtual std::vector<weighed_report> reports_of(const model::comment_id& id) = 0;

    /// What judged_after() gives of this comment.
    virtual std::optional<judged_comment> find_judged(const model::comment_id& id) = 0;

    /// Gives a published comment a new verdict; it becomes pending unless that is to publish. False
    /// where it has another revision or state.
    virtual bool judge_again(const judged_again& again) = 0;

    // Rule sets

    /// Keeps a version for good. False, and nothing changed, where it is kept already.
    virtual bool add_rule_set(const model::rule_set_version& added) = 0;
    virtual std::optional<model::rule_set_version> find_rule_set(const std::string& version) = 0;

    /// Names of the filters that a version ran, as they were kept; empty where it is not kept.
    virtual std::string filters_of_rule_set(const std::string& version) = 0;

    /// Newest first, at most `limit`, without their content.
    virtual std::vector<model::rule_set_version> list_rule_sets(int limit) = 0;

    /// Puts a version in force; nothing to do where it is already. False where it is not kept.
    virtual bool activate_rule_set(const model::rule_set_activation& wanted) = 0;

    /// Newest first, at most `limit`: the first is in force.
    virtual std::vector<model::rule_set_activation> rule_set_activations(int limit) = 0;

    // Trying rules on stored comments

    /// Comments since then that judged_after() gives.
    virtual std::int64_t count_judged(model::timestamp since) = 0;

    /// Comments that still have a text and of which the context is known, in the order of time,
    /// behind this one; at most `limit`.
    virtual std::vector<judged_comment> judged_after(
        model::timestamp created_at,
        const model::comment_id& id,
        int limit) = 0;

    /// Texts by id; those that are gone are left out.
    virtual std::unordered_map<std::string, std::string> texts_of(
        std::span<const std::string> comments) = 0;

    virtual void save_backtest(const model::backtest_record& saved) = 0;
    virtual std::optional<model::backtest_record> find_backtest(const std::string& id) = 0;

    // The outbox

    /// Events after `seq` in order, at most `limit`.
    virtual std::vector<outbox_entry> events_after(std::int64_t seq, int limit) = 0;
    virtual std::int64_t last_event() = 0;

    /// Up to where the outbox has been published. Never goes backwards.
    virtual std::int64_t published_through() = 0;
    virtual void set_published_through(std::int64_t seq) = 0;

    // Privacy

    /// Hands every distinct sealed address to `visit`, for verify-privacy and key rotation.
    virtual void for_each_sealed_email(
        const std::function<void(const model::sealed_email&)>& visit) = 0;

    /// Hands every text in every table to `visit`, for verify-privacy: an engine's files may hold a
    /// long one in pieces.
    virtual void for_each_text(const std::function<void(std::string_view)>& visit) = 0;

    // Care

    /// A cheap question to the engine, for /readyz. Throws when it cannot answer.
    virtual void ping() = 0;
};

}  // namespace rejoinder::storage
