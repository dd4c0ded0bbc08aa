#pragma once

#include "tests/support/unused_moderators.hpp"

namespace rejoinder::tests {

/// A store of which a test uses little: every verb throws until a derived class gives it meaning.
class unused_store : public unused_moderators {
public:
    std::size_t add(std::span<const storage::judged_submission>) override { unused(); }
    std::vector<storage::author_activity> activity_of(
        const model::site_id&,
        std::span<const model::pseudonym>,
        model::timestamp,
        int) override
    {
        unused();
    }
    std::int64_t count_from_network(const model::client_pseudonym&, model::timestamp) override
    {
        unused();
    }
    std::int64_t count_in_story(const model::story_key&, model::timestamp) override { unused(); }
    std::vector<storage::owned_name> owners_of_names(
        const model::site_id&,
        std::span<const std::string>,
        std::int64_t) override
    {
        unused();
    }
    std::vector<model::ban> bans_in_force(
        const model::site_id&,
        std::span<const model::pseudonym>,
        model::timestamp) override
    {
        unused();
    }
    std::vector<storage::similar_comment> similar_to(
        const model::site_id&,
        std::span<const std::int64_t>,
        model::timestamp,
        int) override
    {
        unused();
    }
    model::decision_outcome edit(const storage::comment_edit&, const storage::acting_moderator&)
        override
    {
        unused();
    }
    model::decision_outcome withdraw(const model::comment_id&, storage::withdrawal) override
    {
        unused();
    }
    std::optional<storage::found_edit> find_edit(const std::string&) override { unused(); }
    std::optional<model::sealed_email> sealed_email_of(const model::comment_id&) override
    {
        unused();
    }
    std::vector<storage::text_revision> revisions_of(const model::comment_id&) override
    {
        unused();
    }
    model::result<storage::log_page> list_log(const storage::log_request&) override { unused(); }
    model::result<storage::statistics> statistics_of(const storage::statistics_request&) override
    {
        unused();
    }
    std::optional<model::story> find_story(const model::story_key&) override { unused(); }
    model::result<storage::comment_page> list_published(const storage::list_request&) override
    {
        unused();
    }
    model::result<storage::comment_page> list_around(
        const model::comment_id&,
        const storage::list_request&) override
    {
        unused();
    }
    model::result<storage::comment_page> list_replies(const storage::replies_request&) override
    {
        unused();
    }
    std::optional<std::int64_t> set_like(const model::comment_id&, const std::string&, bool)
        override
    {
        unused();
    }
    std::optional<std::chrono::milliseconds> usual_wait(
        const model::site_id&,
        model::timestamp,
        int,
        int) override
    {
        unused();
    }
    std::optional<model::comment> find_comment(const model::comment_id&) override { unused(); }
    std::vector<std::int64_t> published_counts(
        const model::site_id&,
        std::span<const model::story_id>) override
    {
        unused();
    }
    model::result<storage::desk_page> list_for_desk(const storage::desk_request&) override
    {
        unused();
    }
    std::optional<storage::desk_comment> find_for_desk(const model::comment_id&) override
    {
        unused();
    }
    std::vector<model::event> history_of(const model::comment_id&) override { unused(); }
    storage::state_counts counts(const storage::desk_scope&) override { unused(); }
    storage::reason_counts pending_by_reason(const storage::desk_scope&) override { unused(); }
    std::vector<model::decision_outcome> decide(
        std::span<const model::decision>,
        const storage::acting_moderator&,
        const std::string&) override
    {
        unused();
    }
    std::vector<model::decision_outcome> undo(
        const std::string&,
        model::timestamp,
        const storage::acting_moderator&) override
    {
        unused();
    }
    model::result<model::story> change_story(
        const model::story_key&,
        const model::story_change&,
        const storage::acting_moderator&) override
    {
        unused();
    }
    bool add_ban(const model::ban&, const storage::acting_moderator&) override { unused(); }
    bool lift_ban(const std::string&, const storage::acting_moderator&) override { unused(); }
    std::optional<model::author_record> author_record_of(
        const model::pseudonym&,
        model::timestamp,
        const model::site_list&) override
    {
        unused();
    }
    bool add_note(const model::author_note&, const storage::acting_moderator&) override
    {
        unused();
    }
    std::optional<model::sealed_email> reveal_address(
        const model::pseudonym&,
        const storage::acting_moderator&,
        const std::string&) override
    {
        unused();
    }
    storage::report_status add_report(const model::report&, int) override { unused(); }
    std::vector<storage::weighed_report> reports_of(const model::comment_id&) override { unused(); }
    std::optional<storage::judged_comment> find_judged(const model::comment_id&) override
    {
        unused();
    }
    bool judge_again(const storage::judged_again&) override { unused(); }
    std::int64_t count_judged(model::timestamp) override { unused(); }
    std::vector<storage::judged_comment> judged_after(
        model::timestamp,
        const model::comment_id&,
        int) override
    {
        unused();
    }
    std::unordered_map<std::string, std::string> texts_of(std::span<const std::string>) override
    {
        unused();
    }
    void save_backtest(const model::backtest_record&) override { unused(); }
    std::optional<model::backtest_record> find_backtest(const std::string&) override { unused(); }
    bool add_rule_set(const model::rule_set_version&) override { unused(); }
    std::optional<model::rule_set_version> find_rule_set(const std::string&) override { unused(); }
    std::string filters_of_rule_set(const std::string&) override { unused(); }
    std::vector<model::rule_set_version> list_rule_sets(int) override { unused(); }
    bool activate_rule_set(const model::rule_set_activation&) override { unused(); }
    std::vector<model::rule_set_activation> rule_set_activations(int) override { unused(); }
    std::vector<storage::outbox_entry> events_after(std::int64_t, int) override { unused(); }
    std::int64_t last_event() override { unused(); }
    std::int64_t published_through() override { unused(); }
    void set_published_through(std::int64_t) override { unused(); }
    void for_each_text(const std::function<void(std::string_view)>&) override { unused(); }
    void for_each_sealed_email(const std::function<void(const model::sealed_email&)>&) override
    {
        unused();
    }
    void ping() override { unused(); }
};

}  // namespace rejoinder::tests
