#pragma once

#include "server/http/header_list.hpp"
#include "server/http/protocol.hpp"

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

namespace rejoinder::http {

/// A whole answer as one block of bytes: status line, header fields and body. It is made once and
/// written as it is by every connection that answers with it, on any core, without a copy.
///
/// Extra header lines that differ between clients (the allowed origin) are slipped in behind the
/// status line when it is written.
class prepared_response {
public:
    /// `headers` gets Content-Length, Date and the security headers added.
    prepared_response(status code, const header_list& headers, std::string_view body);

    status code() const noexcept { return code_; }
    std::string_view status_line() const noexcept { return {bytes_.data(), status_line_size_}; }

    /// Everything behind the status line: header fields, blank line, body.
    std::string_view rest() const noexcept
    {
        return std::string_view(bytes_).substr(status_line_size_);
    }

    /// The same without the body, which is the answer to HEAD.
    std::string_view rest_without_body() const noexcept
    {
        return rest().substr(0, header_size_ - status_line_size_);
    }

    /// All of it but the body.
    std::string_view head() const noexcept { return {bytes_.data(), header_size_}; }
    std::string_view body() const noexcept { return std::string_view(bytes_).substr(header_size_); }
    const std::string& bytes() const noexcept { return bytes_; }

private:
    status code_;
    std::size_t status_line_size_ = 0;
    std::size_t header_size_ = 0;
    std::string bytes_;
};

using shared_prepared = std::shared_ptr<const prepared_response>;

shared_prepared prepare(status code, const header_list& headers, std::string_view body);

}  // namespace rejoinder::http
