#pragma once

#include <string>
#include <string_view>

namespace rejoinder::moderation {

/// A host in the one form in which hosts are compared: lower case ASCII, international names as
/// punycode (UTS 46), numbers as the IPv4 address they are, without a final dot. What is no valid
/// international name comes back in lower case and otherwise as it is.
std::string canonical_host(std::string_view host);

/// The host of a URL or bare host in canonical form, as a browser finds it: behind the last @ and
/// with "%65" read as "e". Empty when there is none.
std::string host_of(std::string_view url);

}  // namespace rejoinder::moderation
