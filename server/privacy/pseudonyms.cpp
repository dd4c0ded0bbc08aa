#include "server/privacy/pseudonyms.hpp"

#include <array>
#include <cstdint>
#include <sodium.h>

namespace rejoinder::privacy {

namespace {

constexpr std::size_t hash_bytes = 16;

std::string keyed_hash(const secret_key& key, std::string_view text)
{
    std::array<unsigned char, hash_bytes> hash{};
    crypto_generichash(
        hash.data(),
        hash.size(),
        reinterpret_cast<const unsigned char*>(text.data()),
        text.size(),
        key.data(),
        secret_key::bytes);
    std::array<char, hash_bytes * 2 + 1> hex{};
    sodium_bin2hex(hex.data(), hex.size(), hash.data(), hash.size());
    return hex.data();
}

/// The address's bytes, an IPv4 address mapped into IPv6 as IPv4.
std::string bytes_of(
    const boost::asio::ip::address& address,
    std::size_t kept_of_4,
    std::size_t kept_of_6)
{
    using namespace boost::asio::ip;
    const bool mapped = address.is_v6() && address.to_v6().is_v4_mapped();
    if (address.is_v4() || mapped) {
        const auto four = mapped ? make_address_v4(v4_mapped, address.to_v6()) : address.to_v4();
        const auto bytes = four.to_bytes();
        return "4" +
               std::string(bytes.begin(), bytes.begin() + static_cast<std::ptrdiff_t>(kept_of_4));
    }
    const auto bytes = address.to_v6().to_bytes();
    return "6" + std::string(bytes.begin(), bytes.begin() + static_cast<std::ptrdiff_t>(kept_of_6));
}

}  // namespace

pseudonyms::pseudonyms(const key_ring& keys)
    : author_key_(keys.derive_oldest(key_purpose::author_pseudonym)),
      client_key_(keys.derive_oldest(key_purpose::client_pseudonym))
{
}

model::pseudonym pseudonyms::of_author(const private_email& address) const
{
    std::string normal(address.reveal_private_address());
    for (auto& c : normal)
        if (c >= 'A' && c <= 'Z')
            c = static_cast<char>(c + ('a' - 'A'));
    auto hash = keyed_hash(author_key_, normal);
    sodium_memzero(normal.data(), normal.size());
    return model::pseudonym(std::move(hash));
}

model::client_pseudonym pseudonyms::of_client(const boost::asio::ip::address& address) const
{
    return model::client_pseudonym(keyed_hash(client_key_, "client" + bytes_of(address, 4, 16)));
}

model::client_pseudonym pseudonyms::of_network(const boost::asio::ip::address& address) const
{
    return model::client_pseudonym(keyed_hash(client_key_, "network" + bytes_of(address, 3, 6)));
}

std::string pseudonyms::of_parts(std::initializer_list<std::string_view> parts) const
{
    std::string joined = "parts";
    for (const auto part : parts)
        joined.append(std::to_string(part.size())).append(":").append(part);
    return keyed_hash(client_key_, joined);
}

}  // namespace rejoinder::privacy
