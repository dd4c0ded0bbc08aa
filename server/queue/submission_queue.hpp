#pragma once

#include "server/async/net.hpp"
#include "server/model/result.hpp"
#include "server/model/submission.hpp"

#include <chrono>
#include <string>
#include <vector>

namespace rejoinder::queue {

/// What makes a retry the same submission.
struct idempotency {
    std::string key;  ///< Keyed hash over site, story, author and the client's key. Never empty.
    std::string
        digest;  ///< Keyed hash of the content; other content under the same key is refused.
    std::chrono::seconds keep{24 * 60 * 60};
};

/// A form's token is good for one comment.
struct form_use {
    std::string key;               ///< Keyed hash of the token; empty: the comment came without.
    std::chrono::seconds keep{0};  ///< How long the token would be good.
};

/// A submission that intake has validated and sealed, with what the submit script needs beside it.
struct sealed_submission {
    model::submission submission;
    idempotency same_as;
    form_use form = {};
};

/// What the reader gets: the id under which the submission is (or, on a retry, already was) queued.
struct queued {
    model::comment_id id;
    bool repeated = false;
};

/// One entry of the stream as a worker takes it.
struct delivery {
    std::string partition;  ///< The stream's key.
    std::string entry;      ///< The entry's id in that stream.
    int attempts = 1;       ///< How often it has been delivered, this time included.
    model::submission submission;
};

/// An entry that could not be decoded, or failed too often.
struct undeliverable {
    std::string partition;
    std::string entry;
    std::string why;  ///< Stable word: "undecodable" or "failed".
};

/// What one take brings: submissions to judge, and entries that are no submissions.
struct batch {
    std::vector<delivery> deliveries;
    std::vector<undeliverable> broken;
};

/// Where submissions are appended. Bound to the executor of one core.
class submission_appender {
public:
    virtual ~submission_appender() = default;

    /// Checks rate limits and idempotency and appends, in one round trip. Returns when the
    /// submission is durable. Refuses with too_many_comments, idempotency_key_reused or, when Redis
    /// is away or the queue is full, temporarily_unavailable.
    virtual awaitable<model::result<queued>> append(sealed_submission submission) = 0;
};

/// Where a worker takes submissions from. At-least-once: an entry comes again until acknowledged.
class submission_source {
public:
    virtual ~submission_source() = default;

    /// First call after start: what this consumer had taken and not acknowledged before it died.
    virtual awaitable<batch> take_unfinished(int limit) = 0;

    /// Waits at most `wait` for new entries.
    virtual awaitable<batch> take(int limit, std::chrono::milliseconds wait) = 0;

    /// Takes over what other consumers left unacknowledged for longer than the reclaim time.
    virtual awaitable<batch> reclaim(int limit) = 0;

    /// Acknowledges and deletes.
    virtual awaitable<void> acknowledge(std::vector<delivery> done) = 0;

    /// Moves entries to the dead-letter stream, whole, and acknowledges them.
    virtual awaitable<void> park(std::vector<undeliverable> broken) = 0;
};

/// Length of the stream and of the dead-letter stream, for metrics and /readyz.
struct queue_depth {
    std::int64_t waiting = 0;
    std::int64_t dead = 0;
};

}  // namespace rejoinder::queue
