#pragma once

#include <string>
#include <string_view>

namespace rejoinder::privacy {

/// 256 random bits in base64url, 43 characters.
std::string random_token();

/// How a random token is remembered: who reads the hash cannot bring the token. Without a key,
/// since nobody guesses 256 bits.
std::string hash_of_token(std::string_view token);

}  // namespace rejoinder::privacy
