#include "server/redis/script_hash.hpp"

#include <openssl/evp.h>

#include <array>

namespace rejoinder::redis {

std::string script_hash(std::string_view script)
{
    std::array<unsigned char, EVP_MAX_MD_SIZE> hash{};
    unsigned length = 0;
    EVP_Digest(script.data(), script.size(), hash.data(), &length, EVP_sha1(), nullptr);

    constexpr char digits[] = "0123456789abcdef";
    std::string hex;
    for (unsigned i = 0; i < length; ++i) {
        hex += digits[hash[i] >> 4];
        hex += digits[hash[i] & 0x0F];
    }
    return hex;
}

}  // namespace rejoinder::redis
