#pragma once

#include <string>
#include <string_view>

namespace rejoinder::auth {

/// Cost of a password hash: Argon2id (RFC 9106), at libsodium's interactive level by default.
struct password_settings {
    unsigned long long passes = 2;
    std::size_t memory_bytes = 64 * 1024 * 1024;
};

constexpr std::size_t password_bytes_min = 12;
constexpr std::size_t password_bytes_max = 1'000;

/// Whether it has a length that is taken.
bool fits_as_password(std::string_view password) noexcept;

/// The hash in its standard text form, with its own salt and costs. Takes tens of milliseconds and
/// 64 MB: run it on threads. Throws std::bad_alloc where the memory is not to be had.
std::string hash_password(std::string_view password, const password_settings& settings = {});

/// Takes as long as hashing, whether it fits or not. False for a malformed hash.
bool verify_password(const std::string& hash, std::string_view password);

}  // namespace rejoinder::auth
