#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace rejoinder::auth {

constexpr std::size_t recovery_code_count = 10;

/// "k3v9a-p2mxq": nearly 50 random bits each, for the day the authenticator is lost. Letters and
/// digits that look alike are left out.
std::vector<std::string> new_recovery_codes();

/// As new_recovery_codes() would write it: small letters, no spaces, one hyphen. Empty for what is
/// no such code.
std::string tidy_recovery_code(std::string_view typed);

}  // namespace rejoinder::auth
