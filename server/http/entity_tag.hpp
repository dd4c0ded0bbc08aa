#pragma once

#include <string>
#include <string_view>

namespace rejoinder::http {

struct request;
struct response;

/// A strong entity tag (RFC 9110, 8.8.3), with its quotation marks: a BLAKE2b hash of the bytes.
/// Only for public bytes.
std::string entity_tag(std::string_view bytes);

/// Whether If-None-Match names that tag ("*" does), compared weakly as RFC 9110, 13.1.2 wants it.
bool matches_entity_tag(std::string_view if_none_match, std::string_view tag) noexcept;

/// Gives the answer its tag, and turns it into 304 without a body when the client has it already.
void apply_entity_tag(response& answer, const request& asked);

}  // namespace rejoinder::http
