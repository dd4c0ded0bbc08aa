#pragma once

#include <string>
#include <string_view>

namespace rejoinder::telemetry {

/// Replaces what looks like an e-mail address, percent-encoded or not, by "[address]" and what
/// looks like an IPv4 or IPv6 address, alone or in a URL, by "[ip]". Loopback and unspecified
/// addresses stay: they are this machine's, not a reader's. Linear in the text.
std::string scrub(std::string_view text);

}  // namespace rejoinder::telemetry
