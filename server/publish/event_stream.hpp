#pragma once

#include "server/async/net.hpp"
#include "server/publish/feed_message.hpp"
#include "server/publish/publish_settings.hpp"

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace rejoinder::redis {
class connection;
}

namespace rejoinder::publish {

/// The Redis stream of committed events. An entry's id is the event's seq ("<seq>-0"), so appending
/// twice is appending once, and the order of the stream is the order of the commits.
class event_stream {
public:
    /// The connection belongs to the application; `read_after` blocks it, so a reader and a writer
    /// each bring their own.
    event_stream(redis::connection& connection, std::string key, publish_settings settings);

    /// Appends what the stream does not have yet, in one round trip. Returns the stream's latest
    /// seq.
    awaitable<std::int64_t> append(std::vector<feed_message> messages);

    /// The latest seq ever appended, 0 for a stream that is not there.
    awaitable<std::int64_t> latest();

    /// The last `count` messages, oldest first.
    awaitable<std::vector<feed_message>> read_last(std::size_t count);

    /// Waits up to a second for messages after `seq`; empty when there were none.
    awaitable<std::vector<feed_message>> read_after(std::int64_t seq);

    /// Forgets the whole stream: it tells of another database's history.
    awaitable<void> erase();

private:
    redis::connection& connection_;
    std::string key_;
    publish_settings settings_;
};

}  // namespace rejoinder::publish
