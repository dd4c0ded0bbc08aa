#pragma once

#include "server/model/account_event.hpp"
#include "server/model/api_token.hpp"
#include "server/model/invitation.hpp"
#include "server/model/moderator.hpp"
#include "server/model/result.hpp"
#include "server/storage/acting_moderator.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace rejoinder::storage {

/// The part of the record that knows who may sit at the desk. What store.hpp says of its verbs
/// holds for these. Every change writes its account events in the same transaction.
class moderator_store {
public:
    virtual ~moderator_store() = default;

    // Moderators

    /// Refuses a name that is taken with a field error on "name".
    virtual model::result<void> add_moderator(
        const model::moderator& added,
        const acting_moderator& by) = 0;
    virtual std::optional<model::moderator> find_moderator(const std::string& name) = 0;
    virtual std::optional<model::moderator> find_moderator(const model::moderator_id& id) = 0;
    virtual std::vector<model::moderator> list_moderators() = 0;

    /// The moderator as changed. Sessions end where rights shrink. Refuses an unknown id with
    /// moderator_not_found, and with last_admin what leaves nobody to administer.
    virtual model::result<model::moderator> change_moderator(
        const model::moderator_id& id,
        const model::moderator_change& change,
        const acting_moderator& by) = 0;

    virtual void keep_settings(const model::moderator_id& id, const std::string& settings) = 0;

    /// Remembers when this moderator last signed in.
    virtual void note_sign_in(const acting_moderator& who) = 0;

    virtual void note_account_event(
        model::account_event_kind kind,
        const acting_moderator& by,
        const std::string& subject,
        const std::string& reason) = 0;

    // The second factor

    virtual void propose_second_factor(
        const model::moderator_id& id,
        const std::string& sealed_secret) = 0;

    /// Puts the proposed secret in force, with the step of the code that proved it, and replaces
    /// the recovery codes. False where another one is proposed meanwhile.
    virtual bool confirm_second_factor(
        const acting_moderator& who,
        const std::string& sealed_secret,
        std::int64_t step,
        std::span<const std::string> recovery_hashes) = 0;

    /// False where a code of this step, or of a later one, was taken before.
    virtual bool spend_step(const model::moderator_id& id, std::int64_t step) = 0;

    /// False where there is no such code that is not used.
    virtual bool spend_recovery_code(const model::moderator_id& id, const std::string& hash) = 0;

    // Invitations. An invitation stands until it is used, taken back or too old, and as long as the
    // moderator who made it may administer.

    /// Refuses the name of a moderator with a field error on "name".
    virtual model::result<void> add_invitation(
        const model::invitation& added,
        const acting_moderator& by) = 0;

    /// Those that stand, newest first.
    virtual std::vector<model::invitation> standing_invitations() = 0;
    virtual std::optional<model::invitation> find_invitation(const std::string& token_hash) = 0;

    /// False where no such invitation stands.
    virtual bool revoke_invitation(const std::string& id, const acting_moderator& by) = 0;

    /// Adds the invited moderator: the invitation gives name, role and sites, the caller the rest.
    virtual model::result<model::moderator> accept_invitation(
        const std::string& token_hash,
        model::moderator fresh) = 0;

    // Tokens of programs

    virtual void add_api_token(const model::api_token& added, const acting_moderator& by) = 0;
    virtual std::optional<model::api_token> find_api_token(const std::string& token_hash) = 0;

    /// Newest first.
    virtual std::vector<model::api_token> api_tokens_of(const model::moderator_id& moderator) = 0;
    virtual void touch_api_token(const std::string& id, model::timestamp used_at) = 0;

    /// False where the moderator has no such token in force.
    virtual bool revoke_api_token(
        const model::moderator_id& moderator,
        const std::string& id,
        const acting_moderator& by) = 0;
};

}  // namespace rejoinder::storage
