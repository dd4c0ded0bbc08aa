#pragma once

#include "server/async/net.hpp"
#include "server/publish/feed_message.hpp"

#include <string>
#include <vector>

namespace rejoinder::redis {
class connection;
}

namespace rejoinder::publish {

class feed_hub;

/// Follows the notices of every node's desks, which are of the moment only: nobody resumes them and
/// they change nothing that is stored.
class notice_feed {
public:
    /// The connection is used by nobody else, because following blocks it. Both outlive the feed.
    notice_feed(redis::connection& connection, std::string key, feed_hub& hub);

    /// Runs until cancelled. Survives the loss of Redis.
    awaitable<void> run();

private:
    awaitable<void> follow();

    redis::connection& connection_;
    std::string key_;
    feed_hub& hub_;
    std::string position_ = "$";  ///< Behind the last notice; at first, of now.
};

}  // namespace rejoinder::publish
