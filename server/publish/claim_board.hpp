#pragma once

#include "server/async/net.hpp"
#include "server/model/ids.hpp"

#include <chrono>
#include <string>
#include <unordered_map>
#include <vector>

namespace rejoinder::redis {
class connection;
}

namespace rejoinder::publish {

/// Who has a comment open at the desk.
struct claim {
    model::moderator_id id;
    std::string name;
};

/// How long a claim lasts that is not renewed.
inline constexpr std::chrono::seconds claim_lifetime{60};

/// Where the notices of a node's claims go; see notice_feed.
std::string notices_key(const std::string& key_prefix);

/// Which comments moderators have open, so that no two read the same one. A claim is a courtesy: it
/// forbids nothing. Claims live in Redis, so that any node knows them; taking, renewing and
/// releasing one is told to every desk.
class claim_board {
public:
    /// The connection belongs to the same core as the callers and outlives this.
    claim_board(redis::connection& connection, std::string key_prefix);

    /// Takes or renews a claim on a comment of this story. Says who has it: the first.
    awaitable<claim> take(model::comment_id comment, model::story_key story, claim by);

    /// Nothing to do where somebody else has it.
    awaitable<void> release(model::comment_id comment, model::story_key story, claim by);

    /// Those of these comments that somebody has open.
    awaitable<std::unordered_map<std::string, claim>> holders(std::vector<std::string> comments);

private:
    std::string key_of(const std::string& comment) const;

    redis::connection& connection_;
    std::string prefix_;
};

}  // namespace rejoinder::publish
