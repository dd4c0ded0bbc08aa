#pragma once

#include "server/async/net.hpp"
#include "server/http/client_address.hpp"
#include "server/http/limits.hpp"
#include "server/http/request.hpp"
#include "server/http/websocket_session.hpp"

#include <boost/asio/ip/tcp.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/string_body.hpp>

#include <optional>

namespace rejoinder::http {

/// Why a request was not read to its end.
enum class reading {
    gone,              ///< The client went away, or was cut: there is nobody to answer.
    malformed,         ///< 400
    too_large,         ///< 413
    header_too_large,  ///< 431
    unsupported        ///< 415: a compressed body
};

status status_of(reading refused) noexcept;

/// Reads one request off a connection, within the limits, refusing every framing that two parsers
/// could understand differently (RFC 9112, 11.2). Bytes behind the request stay in the buffer.
class request_reader {
public:
    /// All outlive the reader.
    request_reader(
        net::ip::tcp::socket& socket,
        boost::beast::flat_buffer& buffer,
        const limits& bounds);

    /// False when the connection ended before one came.
    awaitable<bool> wait_for_first_byte();
    awaitable<std::optional<reading>> read_header();
    awaitable<std::optional<reading>> read_body();

    bool keep_alive() const;
    bool wants_websocket() const;

    /// The request that was read; nothing when its target cannot be read.
    std::optional<request> take_request(const net::ip::address& peer, const networks& trusted);

    /// The same as Beast wants it to accept an upgrade.
    upgrade_request take_upgrade();

private:
    std::optional<reading> check_framing() const;

    net::ip::tcp::socket& socket_;
    boost::beast::flat_buffer& buffer_;
    boost::beast::http::request_parser<boost::beast::http::string_body> parser_;
};

}  // namespace rejoinder::http
