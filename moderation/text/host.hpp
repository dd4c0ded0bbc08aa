#pragma once

#include <string>
#include <string_view>

namespace rejoinder::moderation {

/// A host in the one form in which hosts are compared: lower case ASCII, international names as
/// punycode (UTS 46), without a final dot. What is no valid international name comes back in lower
/// case and otherwise as it is.
std::string canonical_host(std::string_view host);

/// The host of a URL or bare host in canonical form; empty when there is none.
std::string host_of(std::string_view url);

}  // namespace rejoinder::moderation
