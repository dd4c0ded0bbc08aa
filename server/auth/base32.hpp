#pragma once

#include <string>
#include <string_view>

namespace rejoinder::auth {

/// RFC 4648 without padding, which is how authenticators take secrets.
std::string to_base32(std::string_view bytes);

}  // namespace rejoinder::auth
