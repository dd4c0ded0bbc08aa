#include "server/auth/password.hpp"

#include <array>
#include <new>
#include <sodium.h>

namespace rejoinder::auth {

bool fits_as_password(std::string_view password) noexcept
{
    return password.size() >= password_bytes_min && password.size() <= password_bytes_max;
}

std::string hash_password(std::string_view password, const password_settings& settings)
{
    std::array<char, crypto_pwhash_STRBYTES> hash{};
    const int done = crypto_pwhash_str_alg(
        hash.data(),
        password.data(),
        password.size(),
        settings.passes,
        settings.memory_bytes,
        crypto_pwhash_ALG_ARGON2ID13);
    if (done != 0)
        throw std::bad_alloc();
    return hash.data();
}

bool verify_password(const std::string& hash, std::string_view password)
{
    return crypto_pwhash_str_verify(hash.c_str(), password.data(), password.size()) == 0;
}

}  // namespace rejoinder::auth
