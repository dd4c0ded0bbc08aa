#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace rejoinder::privacy {

/// base64url without padding (RFC 4648, 5).
std::string to_base64url(std::string_view bytes);
std::optional<std::string> from_base64url(std::string_view text);

}  // namespace rejoinder::privacy
