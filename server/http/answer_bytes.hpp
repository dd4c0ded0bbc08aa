#pragma once

#include "server/http/request.hpp"
#include "server/http/response.hpp"

#include <boost/asio/buffer.hpp>

#include <array>
#include <string>

namespace rejoinder::http {

/// What becomes of the connection after the answer.
enum class after_answer {
    keep,
    keep_http_1_0,  ///< An old client that asked for it is told so.
    close
};

/// What the form of an answer depends on, kept while the handler has the request.
struct request_summary {
    request_summary() = default;
    explicit request_summary(const request& asked)
        : is_head(asked.method == verb::head),
          accept_encoding(asked.header("Accept-Encoding")),
          if_none_match(asked.header("If-None-Match"))
    {
    }

    bool is_head = false;
    std::string accept_encoding;
    std::string if_none_match;
};

/// An answer as the bytes to write: compressed where the client takes it, without its body for
/// HEAD, as 304 where the client has it already. Owns what it points at, prepared blocks by
/// sharing; it must stay where it is while the buffers are in use.
class answer_bytes {
public:
    /// `common` are fields that every answer to this request gets.
    answer_bytes(
        response reply,
        const request_summary& asked,
        const header_list& common,
        after_answer after);

    /// The status that is sent, which may have become 304.
    status code() const noexcept { return code_; }

    std::array<boost::asio::const_buffer, 2> buffers() const;

private:
    status code_;
    std::string head_;
    std::string body_;
    shared_prepared prepared_;
    bool with_body_;
};

}  // namespace rejoinder::http
