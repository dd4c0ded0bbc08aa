#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace rejoinder::cli {

/// Where a listener shall be, as --listen says it.
struct listen_address {
    std::string address;
    std::uint16_t port = 0;
};

/// "127.0.0.1:8080" or "[::1]:8080"; nothing when it is neither.
std::optional<listen_address> parse_listen_address(std::string_view text);

}  // namespace rejoinder::cli
