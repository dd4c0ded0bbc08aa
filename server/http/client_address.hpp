#pragma once

#include <boost/asio/ip/address.hpp>

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace rejoinder::http {

namespace net = boost::asio;

/// Where a request came from. It has no formatter, no stream operator and no comparison, so that it
/// reaches neither a log nor an answer: it exists to derive a keyed pseudonym and for nothing else.
class client_address {
public:
    client_address() = default;
    explicit client_address(net::ip::address address)
        : address_(std::move(address))
    {
    }

    /// For the one who derives the pseudonym, and for rate limits held in memory.
    const net::ip::address& reveal() const noexcept { return address_; }

    template <class Stream>
    friend Stream& operator<<(Stream&, const client_address&) = delete;

private:
    net::ip::address address_;
};

/// "::ffff:192.0.2.1" is 192.0.2.1: a dual-stack socket reports IPv4 clients that way, and a limit
/// or a pseudonym must not depend on it.
net::ip::address unmapped(const net::ip::address& address);

/// A block of addresses in CIDR notation: "10.0.0.0/8", "::1", "2001:db8::/32".
class network {
public:
    /// Nothing when the text is not a network.
    static std::optional<network> parse(std::string_view text);

    bool contains(const net::ip::address& address) const;

private:
    network(net::ip::address address, unsigned prefix_bits)
        : address_(std::move(address)),
          prefix_bits_(prefix_bits)
    {
    }

    net::ip::address address_;
    unsigned prefix_bits_;
};

using networks = std::vector<network>;

bool contains(std::span<const network> blocks, const net::ip::address& address);

/// The client behind our own proxies: the right-most address of X-Forwarded-For that is not one of
/// them. Whatever stands left of it was written by the client and proves nothing. A peer that is no
/// trusted proxy is the client itself, whatever its headers say.
client_address find_client(
    const net::ip::address& peer,
    std::string_view forwarded_for,
    std::span<const network> trusted_proxies);

/// The /24 or /48 an address belongs to: what connection limits count by.
std::string network_of(const net::ip::address& address);

}  // namespace rejoinder::http
