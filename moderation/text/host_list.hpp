#pragma once

#include "moderation/text/word_list.hpp"

#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace rejoinder::moderation {

/// Lower case, ASCII (punycode). Transparent comparison, so that a view can be looked up.
using host_set = std::set<std::string, std::less<>>;

struct parsed_host_list {
    host_set hosts;
    std::vector<word_list_error> errors;
};

/// Reads the text of a host list such as config/blocked_hosts.txt: one host a line, `#` comments.
/// A host also stands for its subdomains. International names may be written as they are.
parsed_host_list parse_host_list(std::string_view text);

/// The entry of the set that the host is, or is a subdomain of; empty when there is none. It views
/// the host that was given.
std::string_view listed_host(const host_set& hosts, std::string_view host);

/// Whether the host or a domain it belongs to is in the set. Drops whole labels, so that
/// "notcasino.example" is no part of "casino.example".
bool contains_host(const host_set& hosts, std::string_view host);

}  // namespace rejoinder::moderation
