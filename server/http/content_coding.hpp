#pragma once

#include <string>
#include <string_view>

namespace rejoinder::http {

/// Whether Accept-Encoding takes that coding ("gzip", "br"): named or by "*", and not with "q=0".
/// Allocates nothing.
bool accepts_coding(std::string_view accept_encoding, std::string_view coding) noexcept;

/// RFC 1952 and RFC 7932, at a level that costs little.
std::string gzip(std::string_view bytes);
std::string brotli(std::string_view bytes);

/// The same at the level that takes longest and packs best: for files packed once.
std::string gzip_best(std::string_view bytes);
std::string brotli_best(std::string_view bytes);

/// A strong tag belongs to one coding: "abc" becomes "abc-gzip".
std::string coded_tag(std::string_view tag, std::string_view coding);

/// Whether a body of that type shrinks: text, JSON, SVG and their like.
bool is_compressible(std::string_view content_type) noexcept;

}  // namespace rejoinder::http
