#pragma once

#include "server/publish/feed_message.hpp"
#include "server/storage/store.hpp"

namespace rejoinder::publish {

/// What the feeds say of a committed event. Readers are told only what they may see: a comment that
/// became public, changed while public, or ceased to be. What is no longer public when the event is
/// published is not shown on the way; the event that took it away follows.
feed_message message_for(const storage::outbox_entry& entry);

}  // namespace rejoinder::publish
