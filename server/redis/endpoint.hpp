#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace rejoinder::redis {

/// Where a Redis listens and how to sign in to it.
struct endpoint {
    std::string unix_path;  ///< Set for a Unix socket; host and port then mean nothing.
    std::string host;
    std::uint16_t port = 6379;
    int database = 0;
    std::string user;
    std::string password;
};

/// Reads redis://[user:password@]host[:port][/db] and unix://path. Nothing for anything else, TLS
/// and Sentinel among it.
std::optional<endpoint> parse_endpoint(std::string_view url);

}  // namespace rejoinder::redis
