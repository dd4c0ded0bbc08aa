#pragma once

#include "server/async/net.hpp"
#include "server/auth/auth_settings.hpp"
#include "server/auth/signed_in.hpp"
#include "server/model/moderator.hpp"

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace rejoinder::redis {
class connection;
}

namespace rejoinder::auth {

/// A session as its moderator sees it in a list.
struct listed_session {
    std::string id;
    model::timestamp began_at;
    model::timestamp used_at;
    std::string agent;  ///< As coarse_agent() gives it.
};

/// Who is signed in. Sessions live in Redis, so that any node knows them, under the hash of their
/// token: who reads Redis cannot sign in with what is found there. An index by moderator lists
/// them. Whether a session still stands against its moderator's `valid_after` is for the caller.
class sign_in_sessions {
public:
    /// Used or not, no session lasts longer.
    static constexpr std::chrono::days age_max{30};

    /// The connection belongs to the same core as the callers and outlives this.
    sign_in_sessions(redis::connection& connection, std::string key_prefix, auth_settings settings);

    /// Returns the token for the cookie, 256 random bits, fresh each time.
    awaitable<std::pair<std::string, signed_in>> begin(model::moderator who, std::string agent);

    /// Who holds this token. To be found is a use, which prolongs the session, unless it is said to
    /// be none.
    enum class look { use, glance };
    awaitable<std::optional<signed_in>> find(std::string token, look how = look::use);

    awaitable<void> end(std::string token);

    /// The session outlives a change of `valid_after` before that time: its holder has just proved
    /// the password.
    awaitable<void> prove(std::string token, model::timestamp at);

    /// The moderator's sessions proved after that time, the last used first.
    awaitable<std::vector<listed_session>> list(
        model::moderator_id moderator,
        model::timestamp valid_after);

    /// False where the moderator has no such session.
    awaitable<bool> end_one(model::moderator_id moderator, std::string session_id);

private:
    std::string key_of(std::string_view token) const;
    std::string index_of(const model::moderator_id& moderator) const;

    redis::connection& connection_;
    std::string prefix_;
    auth_settings settings_;
};

/// Equal in constant time.
bool same_token(std::string_view a, std::string_view b) noexcept;

}  // namespace rejoinder::auth
