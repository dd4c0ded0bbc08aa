#pragma once

#include "server/model/ids.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace rejoinder::queue {

/// The keys of one partition of the submission queue.
///
/// A partition's keys share a hash tag, "{rj:queue:0}", and so lie in one slot: each script
/// touches one partition and works on any Redis, a cluster's primary included.
class partition {
public:
    /// The prefix is that of all our keys, its separator included: "rj:".
    partition(std::string_view prefix, int number);

    const std::string& stream() const noexcept { return stream_; }
    const std::string& dead_stream() const noexcept { return dead_stream_; }

    std::string idempotency(std::string_view key) const;

    /// Where the use of a form's token is noted.
    std::string form(std::string_view token) const;

    /// Where a rate limit counts: `kind` is "client", "network", "author" or "story".
    std::string limit(std::string_view kind, std::string_view who) const;

private:
    std::string tag_;
    std::string stream_;
    std::string dead_stream_;
};

/// Numbers 0 up to `count`, and at least one.
std::vector<partition> all_partitions(std::string_view prefix, int count);

/// Which of `partitions` a story's submissions go to. The same in every process and version, since
/// the submissions of one story must stay in order.
int partition_of(const model::story_key& story, int partitions) noexcept;

}  // namespace rejoinder::queue
