#pragma once

#include "server/http/header_list.hpp"
#include "server/http/protocol.hpp"

#include <cstddef>
#include <optional>
#include <string>

namespace rejoinder::http {

/// "HTTP/1.1 200 OK" with its line end.
std::string status_line(status code);

/// What follows the status line up to and including the blank line: these fields, Date, the
/// security headers that every answer has, and Content-Length unless the status forbids one.
std::string header_block(status code, const header_list& headers, std::size_t body_bytes);

/// "Name: value" lines with their line ends, nothing added.
std::string header_lines(const header_list& headers);

/// Whether answers of that status never have a body (204, 304 and 1xx).
bool is_bodiless(status code) noexcept;

}  // namespace rejoinder::http
