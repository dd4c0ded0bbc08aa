#pragma once

#include "server/storage/connection_pool.hpp"
#include "server/storage/dialect.hpp"
#include "server/storage/retractions.hpp"
#include "server/storage/state_tally.hpp"
#include "server/storage/store.hpp"
#include "server/storage/transaction.hpp"

#include <memory>

namespace rejoinder::storage {

/// The record over SOCI: one text of SQL for every engine, and a dialect for where they differ.
/// Its verbs stand in files by group, in the order of store.hpp.
///
/// Reading verbs share the readers and see one moment of the database each; changing verbs take
/// turns at the writers.
class sql_store final : public store {
public:
    /// The schema must be up to date.
    sql_store(
        std::unique_ptr<const dialect> engine,
        std::unique_ptr<connection_pool> writers,
        std::unique_ptr<connection_pool> readers,
        retraction_listener on_retraction);

    // sql_store_add.cpp
    std::size_t add(std::span<const judged_submission> batch) override;

    // sql_store_activity.cpp
    std::vector<author_activity> activity_of(
        const model::site_id& site,
        std::span<const model::pseudonym> authors,
        model::timestamp since,
        int recent_max) override;
    std::int64_t count_from_network(const model::client_pseudonym& network, model::timestamp since)
        override;

    std::int64_t count_in_story(const model::story_key& story, model::timestamp since) override;
    std::vector<owned_name> owners_of_names(
        const model::site_id& site,
        std::span<const std::string> keys,
        std::int64_t published_min) override;

    // sql_store_bans.cpp
    std::vector<model::ban> bans_in_force(
        const model::site_id& site,
        std::span<const model::pseudonym> authors,
        model::timestamp at) override;
    bool add_ban(const model::ban& added, const acting_moderator& by) override;
    bool lift_ban(const std::string& id, const acting_moderator& by) override;

    // sql_store_reports.cpp
    report_status add_report(const model::report& added, int hourly_max) override;
    std::vector<weighed_report> reports_of(const model::comment_id& id) override;
    bool judge_again(const judged_again& again) override;

    // sql_store_similar.cpp
    std::vector<similar_comment> similar_to(
        const model::site_id& site,
        std::span<const std::int64_t> sketch,
        model::timestamp since,
        int each_max) override;

    // sql_store_reading.cpp
    std::optional<model::story> find_story(const model::story_key& key) override;
    model::result<comment_page> list_published(const list_request& request) override;
    model::result<comment_page> list_around(
        const model::comment_id& id,
        const list_request& request) override;
    model::result<comment_page> list_replies(const replies_request& request) override;
    std::optional<model::comment> find_comment(const model::comment_id& id) override;
    std::vector<std::int64_t> published_counts(
        const model::site_id& site,
        std::span<const model::story_id> stories) override;

    std::optional<std::chrono::milliseconds> usual_wait(
        const model::site_id& site,
        model::timestamp since,
        int decisions_min,
        int decisions_max) override;

    // sql_store_likes.cpp
    std::optional<std::int64_t> set_like(
        const model::comment_id& id,
        const std::string& liker,
        bool likes) override;

    // sql_store_desk.cpp
    model::result<desk_page> list_for_desk(const desk_request& request) override;
    std::optional<desk_comment> find_for_desk(const model::comment_id& id) override;
    std::vector<model::event> history_of(const model::comment_id& id) override;
    state_counts counts(const desk_scope& where) override;
    reason_counts pending_by_reason(const desk_scope& where) override;

    // sql_store_decisions.cpp
    std::vector<model::decision_outcome> decide(
        std::span<const model::decision> decisions,
        const acting_moderator& by,
        const std::string& batch) override;
    model::result<model::story> change_story(
        const model::story_key& key,
        const model::story_change& change,
        const acting_moderator& by) override;

    // sql_store_undo.cpp
    std::vector<model::decision_outcome> undo(
        const std::string& batch,
        model::timestamp since,
        const acting_moderator& by) override;

    // sql_store_revisions.cpp
    model::decision_outcome edit(const comment_edit& edit, const acting_moderator& by) override;
    std::optional<found_edit> find_edit(const std::string& batch) override;
    std::optional<model::sealed_email> sealed_email_of(const model::comment_id& id) override;
    std::vector<text_revision> revisions_of(const model::comment_id& id) override;

    // sql_store_oversight.cpp
    model::result<log_page> list_log(const log_request& request) override;
    model::result<statistics> statistics_of(const statistics_request& request) override;

    // sql_store_authors.cpp
    std::optional<model::author_record> author_record_of(
        const model::pseudonym& author,
        model::timestamp lately,
        const model::site_list& sites) override;
    bool add_note(const model::author_note& added, const acting_moderator& by) override;
    std::optional<model::sealed_email> reveal_address(
        const model::pseudonym& author,
        const acting_moderator& by,
        const std::string& reason) override;

    // sql_store_moderators.cpp
    model::result<void> add_moderator(const model::moderator& added, const acting_moderator& by)
        override;
    std::optional<model::moderator> find_moderator(const std::string& name) override;
    std::optional<model::moderator> find_moderator(const model::moderator_id& id) override;
    std::vector<model::moderator> list_moderators() override;
    model::result<model::moderator> change_moderator(
        const model::moderator_id& id,
        const model::moderator_change& wanted,
        const acting_moderator& by) override;
    void keep_settings(const model::moderator_id& id, const std::string& settings) override;
    void note_sign_in(const acting_moderator& who) override;
    void note_account_event(
        model::account_event_kind kind,
        const acting_moderator& by,
        const std::string& subject,
        const std::string& reason) override;

    // sql_store_second_factor.cpp
    void propose_second_factor(const model::moderator_id& id, const std::string& sealed_secret)
        override;
    bool confirm_second_factor(
        const acting_moderator& who,
        const std::string& sealed_secret,
        std::int64_t step,
        std::span<const std::string> recovery_hashes) override;
    bool spend_step(const model::moderator_id& id, std::int64_t step) override;
    bool spend_recovery_code(const model::moderator_id& id, const std::string& hash) override;

    // sql_store_invitations.cpp
    model::result<void> add_invitation(const model::invitation& added, const acting_moderator& by)
        override;
    std::vector<model::invitation> standing_invitations() override;
    std::optional<model::invitation> find_invitation(const std::string& token_hash) override;
    bool revoke_invitation(const std::string& id, const acting_moderator& by) override;
    model::result<model::moderator> accept_invitation(
        const std::string& token_hash,
        model::moderator fresh) override;

    // sql_store_api_tokens.cpp
    void add_api_token(const model::api_token& added, const acting_moderator& by) override;
    std::optional<model::api_token> find_api_token(const std::string& token_hash) override;
    std::vector<model::api_token> api_tokens_of(const model::moderator_id& moderator) override;
    void touch_api_token(const std::string& id, model::timestamp used_at) override;
    bool revoke_api_token(
        const model::moderator_id& moderator,
        const std::string& id,
        const acting_moderator& by) override;

    // sql_store_rule_sets.cpp
    bool add_rule_set(const model::rule_set_version& added) override;
    std::optional<model::rule_set_version> find_rule_set(const std::string& version) override;
    std::string filters_of_rule_set(const std::string& version) override;
    std::vector<model::rule_set_version> list_rule_sets(int limit) override;
    bool activate_rule_set(const model::rule_set_activation& wanted) override;
    std::vector<model::rule_set_activation> rule_set_activations(int limit) override;

    // sql_store_replay.cpp
    std::int64_t count_judged(model::timestamp since) override;
    std::vector<judged_comment> judged_after(
        model::timestamp created_at,
        const model::comment_id& id,
        int limit) override;
    std::optional<judged_comment> find_judged(const model::comment_id& id) override;
    std::unordered_map<std::string, std::string> texts_of(
        std::span<const std::string> comments) override;
    void save_backtest(const model::backtest_record& saved) override;
    std::optional<model::backtest_record> find_backtest(const std::string& id) override;

    // sql_store_outbox.cpp
    std::vector<outbox_entry> events_after(std::int64_t seq, int limit) override;
    std::int64_t last_event() override;
    std::int64_t published_through() override;
    void set_published_through(std::int64_t seq) override;

    // sql_store_privacy.cpp
    void for_each_sealed_email(
        const std::function<void(const model::sealed_email&)>& visit) override;
    void for_each_text(const std::function<void(std::string_view)>& visit) override;

    // sql_store_withdrawals.cpp
    model::decision_outcome withdraw(const model::comment_id& id, withdrawal how) override;

    // sql_store.cpp
    void ping() override;

private:
    /// Does `action(session)` in a transaction that commits when it returns.
    template <class Action>
    auto change(const char* doing, Action&& action);

    /// Commits, and tells what was retracted before anybody hears that it is done.
    void commit(transaction& all, soci::session& session);

    /// Does `action(session)` with one moment of the database before it.
    template <class Action>
    auto read(const char* doing, Action&& action);

    std::unique_ptr<const dialect> engine_;
    std::unique_ptr<connection_pool> writers_;
    std::unique_ptr<connection_pool> readers_;
    retraction_finder retractions_;  ///< Touched only by who holds the writer.
    state_tally tally_;
};

}  // namespace rejoinder::storage
