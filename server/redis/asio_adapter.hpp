#pragma once

#include "server/async/net.hpp"

#include <boost/asio/any_io_executor.hpp>

struct redisAsyncContext;

namespace rejoinder::redis {

/// Lets hiredis wait for its socket through Asio: installs hiredis's event hooks on the context.
/// From then on the context must be touched on the executor only. The adapter lives until hiredis
/// cleans up the context, by itself or because redisAsyncFree was called.
///
/// hiredis owns and closes the descriptor; Asio only borrows it.
void attach(redisAsyncContext& context, net::any_io_executor executor);

}  // namespace rejoinder::redis
