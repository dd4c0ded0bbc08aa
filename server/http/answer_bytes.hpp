#pragma once

#include "server/http/request.hpp"
#include "server/http/response.hpp"

#include <boost/asio/buffer.hpp>

#include <array>
#include <memory>
#include <string>

namespace rejoinder::http {

enum class connection_end { keep, close };

/// What the form of an answer depends on, kept while the handler has the request.
struct request_summary {
    explicit request_summary(const request& asked)
        : is_head(asked.method == verb::head),
          accept_encoding(asked.header("Accept-Encoding")),
          if_none_match(asked.header("If-None-Match"))
    {
    }

    bool is_head;
    std::string accept_encoding;
    std::string if_none_match;
};

/// An answer as the bytes to write: compressed where the client takes it, without its body for
/// HEAD, as 304 where the client has it already. Owns what it points at, prepared blocks by
/// sharing.
class answer_bytes {
public:
    /// `asked` is null for answers to what was no request. `common` are fields every answer gets.
    answer_bytes(
        response reply,
        const request_summary* asked,
        const header_list& common,
        connection_end end);

    std::array<net::const_buffer, 3> buffers() const;

private:
    std::string head_;
    std::string body_;
    shared_prepared prepared_;
    bool with_body_ = true;
};

}  // namespace rejoinder::http
