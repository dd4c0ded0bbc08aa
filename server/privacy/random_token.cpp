#include "server/privacy/random_token.hpp"

#include "server/privacy/base64url.hpp"

#include <array>
#include <sodium.h>

namespace rejoinder::privacy {

std::string random_token()
{
    std::string bytes(32, '\0');
    randombytes_buf(bytes.data(), bytes.size());
    return to_base64url(bytes);
}

std::string hash_of_token(std::string_view token)
{
    std::array<unsigned char, 32> hash{};
    crypto_generichash(
        hash.data(),
        hash.size(),
        reinterpret_cast<const unsigned char*>(token.data()),
        token.size(),
        nullptr,
        0);
    return to_base64url({reinterpret_cast<const char*>(hash.data()), hash.size()});
}

}  // namespace rejoinder::privacy
