#pragma once

#include "server/async/net.hpp"
#include "server/model/moderator.hpp"

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace rejoinder::redis {
class connection;
}

namespace rejoinder::auth {

/// The "auth" section of config/rejoinder.json.
struct auth_settings {
    std::chrono::seconds session_lifetime{12 * 60 * 60};  ///< From the last use.
    int failures_max = 10;  ///< Per name and per network, in the window.
    std::chrono::seconds failures_window{15 * 60};
    std::chrono::milliseconds deadline{2'000};
};

/// A moderator at the desk.
struct signed_in {
    signed_in() = default;

    model::moderator_id id;
    std::string name;
    model::moderator_role role = model::moderator_role::viewer;
    std::string csrf_token;
};

/// Who is signed in. Sessions live in Redis, so that any node knows them, under the hash of their
/// token: who reads Redis cannot sign in with what is found there.
class sign_in_sessions {
public:
    /// The connection belongs to the same core as the callers and outlives this.
    sign_in_sessions(redis::connection& connection, std::string key_prefix, auth_settings settings);

    /// Returns the token for the cookie, 256 random bits.
    awaitable<std::pair<std::string, signed_in>> begin(model::moderator who);

    /// Who holds this token; every look-up prolongs the session.
    awaitable<std::optional<signed_in>> find(std::string token);

    awaitable<void> end(std::string token);

    /// How long this name and network must wait after too many failures; nothing when they need
    /// not. Counts one more failure beforehand where `failed` says so. Keys are keyed hashes.
    enum class outcome { ask, failed };
    awaitable<std::optional<std::chrono::seconds>> blocked(
        std::string name_hash,
        std::string network_hash,
        outcome what);

private:
    std::string key_of(std::string_view token) const;

    redis::connection& connection_;
    std::string prefix_;
    auth_settings settings_;
};

/// Equal in constant time.
bool same_token(std::string_view a, std::string_view b) noexcept;

}  // namespace rejoinder::auth
