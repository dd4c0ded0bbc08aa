#pragma once

#include "moderation/finding.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace rejoinder::moderation {

/// An address on the web as it occurs in running text.
struct link {
    text_span span;    ///< Without the punctuation around it.
    std::string host;  ///< Lower case ASCII, international names as punycode, no port.

    bool operator==(const link&) const = default;
};

/// Links taken note of in one text; a text with more has long shown what it is.
inline constexpr std::size_t links_found_max = 200;

/// Finds links with http, https or hxxp, after "www.", and bare hosts such as "example.com/page"
/// that end in a well known top level domain. An e-mail address is no link.
std::vector<link> find_links(std::string_view text);

/// The host of a URL or bare host, in the form of `link::host`; empty when there is none.
std::string host_of(std::string_view url);

}  // namespace rejoinder::moderation
