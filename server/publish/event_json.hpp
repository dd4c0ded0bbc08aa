#pragma once

#include "server/publish/feed_message.hpp"
#include "server/storage/store.hpp"

#include <span>
#include <vector>

namespace rejoinder::publish {

/// What the feeds say of a committed event. Readers are told only what they may see: a comment that
/// became public, changed while public, or ceased to be. What is no longer public when the event is
/// published is not shown on the way; the event that took it away follows.
feed_message message_for(const storage::outbox_entry& entry);

/// The messages of several events. All likes of a comment among them would say the same: the last
/// one says it.
std::vector<feed_message> messages_for(std::span<const storage::outbox_entry> entries);

}  // namespace rejoinder::publish
