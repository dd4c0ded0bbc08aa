#include "server/http/client_address.hpp"

#include "server/http/header_list.hpp"

#include <algorithm>
#include <charconv>
#include <cstdint>

namespace rejoinder::http {

namespace {

template <class Bytes>
bool same_prefix(const Bytes& a, const Bytes& b, unsigned bits)
{
    const std::size_t whole = bits / 8;
    if (!std::equal(a.begin(), a.begin() + whole, b.begin()))
        return false;
    const unsigned left = bits % 8;
    if (left == 0)
        return true;
    const auto mask = static_cast<std::uint8_t>(0xFF << (8 - left));
    return (a[whole] & mask) == (b[whole] & mask);
}

// Proxies write "192.0.2.1", "192.0.2.1:4711", "2001:db8::1" and "[2001:db8::1]:4711".
std::optional<net::ip::address> parse_forwarded(std::string_view text)
{
    text = trim_blanks(text);
    if (text.starts_with('[')) {
        const auto end = text.find(']');
        if (end == std::string_view::npos)
            return std::nullopt;
        text = text.substr(1, end - 1);
    } else if (std::count(text.begin(), text.end(), ':') == 1) {
        text = text.substr(0, text.find(':'));
    }
    boost::system::error_code error;
    const auto address = net::ip::make_address(std::string(text), error);
    if (error)
        return std::nullopt;
    return unmapped(address);
}

}  // namespace

net::ip::address unmapped(const net::ip::address& address)
{
    if (address.is_v6() && address.to_v6().is_v4_mapped())
        return net::ip::make_address_v4(net::ip::v4_mapped, address.to_v6());
    return address;
}

std::optional<network> network::parse(std::string_view text)
{
    const auto slash = text.find('/');
    boost::system::error_code error;
    const auto address = net::ip::make_address(std::string(text.substr(0, slash)), error);
    if (error)
        return std::nullopt;

    const unsigned bits_max = address.is_v4() ? 32 : 128;
    unsigned bits = bits_max;
    if (slash != std::string_view::npos) {
        const auto digits = text.substr(slash + 1);
        const auto* const end = digits.data() + digits.size();
        const auto [stopped, failure] = std::from_chars(digits.data(), end, bits);
        if (failure != std::errc() || stopped != end || bits > bits_max)
            return std::nullopt;
    }
    return network(address, bits);
}

bool network::contains(const net::ip::address& address) const
{
    const auto asked = unmapped(address);
    if (asked.is_v4() != address_.is_v4())
        return false;
    if (asked.is_v4())
        return same_prefix(asked.to_v4().to_bytes(), address_.to_v4().to_bytes(), prefix_bits_);
    return same_prefix(asked.to_v6().to_bytes(), address_.to_v6().to_bytes(), prefix_bits_);
}

bool contains(std::span<const network> blocks, const net::ip::address& address)
{
    return std::any_of(blocks.begin(), blocks.end(), [&](const network& block) {
        return block.contains(address);
    });
}

client_address find_client(
    const net::ip::address& peer,
    std::string_view forwarded_for,
    std::span<const network> trusted_proxies)
{
    auto client = unmapped(peer);
    while (contains(trusted_proxies, client) && !forwarded_for.empty()) {
        const auto comma = forwarded_for.rfind(',');
        const bool is_last = comma == std::string_view::npos;
        const auto hop = parse_forwarded(is_last ? forwarded_for : forwarded_for.substr(comma + 1));
        // What our own proxy wrote but cannot be read ends the chain: the proxy is all we know.
        if (!hop)
            break;
        client = *hop;
        forwarded_for = is_last ? std::string_view() : forwarded_for.substr(0, comma);
    }
    return client_address(client);
}

std::string network_of(const net::ip::address& address)
{
    const auto whole = unmapped(address);
    if (whole.is_v4()) {
        const auto bytes = whole.to_v4().to_bytes();
        return {bytes.begin(), bytes.begin() + 3};
    }
    const auto bytes = whole.to_v6().to_bytes();
    return {bytes.begin(), bytes.begin() + 6};
}

}  // namespace rejoinder::http
