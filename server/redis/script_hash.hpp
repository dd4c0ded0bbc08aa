#pragma once

#include <string>
#include <string_view>

namespace rejoinder::redis {

/// The name EVALSHA knows a script by: its SHA-1 in lower-case hexadecimal digits.
std::string script_hash(std::string_view script);

}  // namespace rejoinder::redis
