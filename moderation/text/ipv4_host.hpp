#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace rejoinder::moderation {

/// A host that browsers read as an IPv4 address, as "192.0.2.1". They also take fewer than four
/// numbers, hexadecimal and octal ones: "3221225985", "0xC0.0.0x201". Nothing for a name.
std::optional<std::string> ipv4_host(std::string_view host);

}  // namespace rejoinder::moderation
