#pragma once

#include "server/model/ids.hpp"
#include "server/privacy/key_ring.hpp"
#include "server/privacy/private_email.hpp"

#include <boost/asio/ip/address.hpp>

#include <string>
#include <string_view>

namespace rejoinder::privacy {

/// Recognises without knowing: keyed BLAKE2b hashes, worthless without the key.
class pseudonyms {
public:
    explicit pseudonyms(const key_ring& keys);

    /// Of the normalised address: ASCII lower case. A +tag is part of the address: who uses it
    /// means to be somebody else, and only the provider knows whether both are one mailbox.
    model::pseudonym of_author(const private_email& address) const;

    /// Of the client's address and of its network: the /24 of IPv4, the /48 of IPv6.
    model::client_pseudonym of_client(const boost::asio::ip::address& address) const;
    model::client_pseudonym of_network(const boost::asio::ip::address& address) const;

    /// A hash for naming things in Redis: what is joined cannot be told apart from the outside.
    std::string of_parts(std::initializer_list<std::string_view> parts) const;

private:
    secret_key author_key_;
    secret_key client_key_;
};

}  // namespace rejoinder::privacy
