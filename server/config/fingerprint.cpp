#include "server/config/fingerprint.hpp"

#include <fmt/format.h>

#include <array>

namespace rejoinder::config {

namespace {

constexpr std::size_t hash_bytes = 16;

}  // namespace

fingerprint::fingerprint()
{
    crypto_generichash_init(&state_, nullptr, 0, hash_bytes);
}

void fingerprint::add(std::string_view text)
{
    crypto_generichash_update(
        &state_,
        reinterpret_cast<const unsigned char*>(text.data()),
        text.size());
}

std::string fingerprint::finish()
{
    std::array<unsigned char, hash_bytes> hash{};
    crypto_generichash_final(&state_, hash.data(), hash.size());
    std::string hex;
    for (std::size_t i = 0; i < 6; ++i)
        hex += fmt::format("{:02x}", hash[i]);
    return hex;
}

}  // namespace rejoinder::config
