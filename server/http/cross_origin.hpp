#pragma once

#include "server/http/header_list.hpp"
#include "server/http/protocol.hpp"
#include "server/http/response.hpp"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace rejoinder::http {

/// The origins whose pages may call a site's part of the API. Compared exactly, as browsers send
/// them ("https://news.example", no trailing slash); there are no wildcards and "null" is none.
/// Credentials are never allowed: the readers' API has no cookies.
class allowed_origins {
public:
    allowed_origins() = default;

    /// Throws std::invalid_argument for what cannot be an origin.
    explicit allowed_origins(std::vector<std::string> origins);

    bool contains(std::string_view origin) const noexcept;

    /// The header lines that let a page of that origin read an answer, each with its CRLF. Empty
    /// for an origin not listed. Lives as long as this object.
    std::string_view lines_for(std::string_view origin) const noexcept;

private:
    struct allowed {
        std::string origin;
        std::string lines;
    };
    std::vector<allowed> origins_;
};

/// The same as header fields, for ordinary answers: always "Vary: Origin".
header_list cross_origin_headers(const allowed_origins& allowed, std::string_view origin);

/// Answers a preflight: 204 with methods and the header fields clients may send.
response preflight_response(
    const allowed_origins& allowed,
    std::string_view origin,
    std::span<const verb> methods);

}  // namespace rejoinder::http
