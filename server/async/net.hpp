#pragma once

#include <boost/asio/awaitable.hpp>

namespace rejoinder {

namespace net = boost::asio;

/// What every coroutine here returns.
template <class T>
using awaitable = net::awaitable<T>;

}  // namespace rejoinder
