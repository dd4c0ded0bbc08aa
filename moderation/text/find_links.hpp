#pragma once

#include "moderation/finding.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace rejoinder::moderation {

/// An address on the web as it occurs in running text.
struct link {
    text_span span;    ///< Without the punctuation around it.
    std::string host;  ///< In canonical form (host.hpp), without a port.
    /// Written so that people read it and a filter might not: "example[dot]com", "hxxp://", a
    /// number for an address, another host before an @.
    bool disguised = false;

    bool operator==(const link&) const = default;
};

/// Links taken note of in one text; a text with more has long shown what it is.
inline constexpr std::size_t links_found_max = 200;

/// Finds links with http, https or ftp, hosts that begin with "www.", and bare hosts such as
/// "example.com/page" that end in a top level domain. An ending that is also a word or a file name
/// ("the end.It was") needs a path behind it or two dots. An e-mail address is no link. Disguises
/// (plain_links.hpp) are seen through.
std::vector<link> find_links(std::string_view text);

}  // namespace rejoinder::moderation
