#pragma once

#include "server/async/net.hpp"
#include "server/auth/auth_settings.hpp"

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace rejoinder::redis {
class connection;
}

namespace rejoinder::auth {

/// Who tries to sign in: keyed hashes of the name and of the network.
struct sign_in_attempt {
    sign_in_attempt() = default;

    std::string name_hash;
    std::string network_hash;
};

/// Makes guessing slow. Failures are counted by account and by network; beyond the first few each
/// one more doubles the time to wait. A network from which the account has signed in before is
/// counted apart, with this account alone: who guesses elsewhere does not shut its moderator out.
///
/// An attempt counts as a failure until it is known to be none, so that guesses made at once count
/// as well as those made in turn.
class sign_in_delays {
public:
    /// The connection belongs to the same core as the callers and outlives this.
    sign_in_delays(redis::connection& connection, std::string key_prefix, auth_settings settings);

    /// How long to wait; nothing where the attempt may be made, which counts from now on.
    awaitable<std::optional<std::chrono::seconds>> begin(sign_in_attempt attempt);

    /// It proved everything: the account's failures are forgotten, its network is known.
    awaitable<void> succeeded(sign_in_attempt attempt);

    /// It was no failure, and proved less than everything: it does not count.
    awaitable<void> withdrawn(sign_in_attempt attempt);

private:
    std::vector<std::string> keys_of(const sign_in_attempt& attempt) const;

    redis::connection& connection_;
    std::string prefix_;
    auth_settings settings_;
};

}  // namespace rejoinder::auth
