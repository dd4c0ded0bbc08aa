#include "server/auth/base32.hpp"

#include <cstdint>

namespace rejoinder::auth {

std::string to_base32(std::string_view bytes)
{
    constexpr std::string_view digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    std::string text;
    std::uint32_t waiting = 0;
    int bits = 0;
    for (const unsigned char byte : bytes) {
        waiting = waiting << 8 | byte;
        for (bits += 8; bits >= 5; bits -= 5)
            text += digits[waiting >> (bits - 5) & 0x1F];
    }
    if (bits > 0)
        text += digits[waiting << (5 - bits) & 0x1F];
    return text;
}

}  // namespace rejoinder::auth
