#pragma once

#include "server/storage/store.hpp"

#include <stdexcept>

namespace rejoinder::tests {

/// The moderators' part of a store that a test uses little of.
class unused_moderators : public storage::store {
public:
    model::result<void> add_moderator(const model::moderator&, const storage::acting_moderator&)
        override
    {
        unused();
    }
    std::optional<model::moderator> find_moderator(const std::string&) override { unused(); }
    std::optional<model::moderator> find_moderator(const model::moderator_id&) override
    {
        unused();
    }
    std::vector<model::moderator> list_moderators() override { unused(); }
    model::result<model::moderator> change_moderator(
        const model::moderator_id&,
        const model::moderator_change&,
        const storage::acting_moderator&) override
    {
        unused();
    }
    void keep_settings(const model::moderator_id&, const std::string&) override { unused(); }
    void note_sign_in(const storage::acting_moderator&) override { unused(); }
    void note_account_event(
        model::account_event_kind,
        const storage::acting_moderator&,
        const std::string&,
        const std::string&) override
    {
        unused();
    }
    void propose_second_factor(const model::moderator_id&, const std::string&) override
    {
        unused();
    }
    bool confirm_second_factor(
        const storage::acting_moderator&,
        const std::string&,
        std::int64_t,
        std::span<const std::string>) override
    {
        unused();
    }
    bool spend_step(const model::moderator_id&, std::int64_t) override { unused(); }
    bool spend_recovery_code(const model::moderator_id&, const std::string&) override { unused(); }
    model::result<void> add_invitation(const model::invitation&, const storage::acting_moderator&)
        override
    {
        unused();
    }
    std::vector<model::invitation> standing_invitations() override { unused(); }
    std::optional<model::invitation> find_invitation(const std::string&) override { unused(); }
    bool revoke_invitation(const std::string&, const storage::acting_moderator&) override
    {
        unused();
    }
    model::result<model::moderator> accept_invitation(const std::string&, model::moderator) override
    {
        unused();
    }
    void add_api_token(const model::api_token&, const storage::acting_moderator&) override
    {
        unused();
    }
    std::optional<model::api_token> find_api_token(const std::string&) override { unused(); }
    std::vector<model::api_token> api_tokens_of(const model::moderator_id&) override { unused(); }
    void touch_api_token(const std::string&, model::timestamp) override { unused(); }
    bool revoke_api_token(
        const model::moderator_id&,
        const std::string&,
        const storage::acting_moderator&) override
    {
        unused();
    }

protected:
    [[noreturn]] static void unused() { throw std::logic_error("a verb this test does not use"); }
};

}  // namespace rejoinder::tests
