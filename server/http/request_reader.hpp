#pragma once

#include "server/http/client_address.hpp"
#include "server/http/limits.hpp"
#include "server/http/request.hpp"

#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http/empty_body.hpp>
#include <boost/beast/http/message.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/string_body.hpp>

#include <cstddef>
#include <optional>
#include <string_view>

namespace rejoinder::http {

/// An upgrade as Beast wants to see it.
using upgrade_request = boost::beast::http::request<boost::beast::http::empty_body>;

/// Makes requests of bytes, within the limits; does no I/O. Refuses every framing that two parsers
/// could understand differently (RFC 9112, 11.2), because a proxy in front of us is the other one.
///
/// For each request: read_head() until it is done, read_body() until it is done, take what was
/// read, next(). Bytes behind a request stay in the buffer.
class request_reader {
public:
    using buffer = boost::beast::flat_buffer;

    enum class progress {
        need_more,  ///< Call again when more has arrived.
        done,
        refused  ///< refusal() is the answer, and the connection is of no more use.
    };

    /// The limits outlive the reader.
    explicit request_reader(const limits& bounds);

    progress read_head(buffer& arrived);
    progress read_body(buffer& arrived);
    void next();

    status refusal() const noexcept { return refusal_; }

    // From here on, after read_head() is done:

    bool has_body() const { return !parser_->is_done(); }
    bool keep_alive() const { return parser_->get().keep_alive(); }
    bool is_http_1_0() const { return parser_->get().version() < 11; }
    bool expects_continue() const;
    bool wants_websocket() const;

    /// What was sent, undecoded. Views live until next().
    verb method() const { return parser_->get().method(); }
    std::string_view target() const;
    std::string_view field(boost::beast::http::field name) const;

    // And after read_body() is done:

    /// The request; nothing when its target or method cannot be understood.
    std::optional<request> take_request(const net::ip::address& peer, const networks& trusted);
    upgrade_request take_upgrade();

private:
    progress refuse(status code) noexcept;
    progress check_head();

    const limits& bounds_;
    std::optional<boost::beast::http::request_parser<boost::beast::http::string_body>> parser_;
    std::size_t fields_ = 0;    ///< So many the header has; a trailer would add some.
    std::size_t searched_ = 0;  ///< So far into the buffer there is no end of a header.
    status refusal_ = status::bad_request;
};

}  // namespace rejoinder::http
