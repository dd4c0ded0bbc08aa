#pragma once

#include <string>
#include <string_view>

namespace rejoinder::http {

/// A strong entity tag (RFC 9110, 8.8.3), with its quotation marks: a BLAKE2b hash of the bytes.
/// Only for public bytes.
std::string entity_tag(std::string_view bytes);

/// Whether If-None-Match names that tag ("*" does), compared weakly as RFC 9110, 13.1.2 wants it.
bool matches_entity_tag(std::string_view if_none_match, std::string_view tag) noexcept;

}  // namespace rejoinder::http
