#pragma once

#include <string_view>

namespace rejoinder::queue {

/// The consumer group of all workers.
inline constexpr std::string_view consumer_group = "workers";

// The scripts around taking and finishing entries. Each touches one partition, and each leaves
// things as they were when it fails.
//
// The two that take create the stream and the group where they are missing, for a Redis may come
// back empty, and answer with {position, {id, attempts, entry} …}: where to go on, and what was
// taken with the number of its deliveries, this one included. Entries that an operator deleted
// while they were under way are acknowledged on the spot.

/// KEYS stream; ARGV group, consumer, position, limit. Entries of this consumer after the position;
/// the new position is the last one's id, and "" where there was none.
extern const std::string_view unfinished_script;

/// KEYS stream; ARGV group, consumer, position, limit, idle milliseconds. Entries that any consumer
/// has left for so long; the new position is "0-0" after the last one.
extern const std::string_view reclaim_script;

/// KEYS stream; ARGV group, entry ids. Acknowledges and deletes.
extern const std::string_view acknowledge_script;

/// KEYS stream, dead-letter stream; ARGV group, then id and reason of each entry. Moves them whole,
/// with where they come from and how often they had been delivered.
extern const std::string_view park_script;

}  // namespace rejoinder::queue
