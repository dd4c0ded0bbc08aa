#include "server/http/read_request.hpp"

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/http/error.hpp>
#include <boost/beast/http/read.hpp>
#include <boost/beast/websocket/rfc6455.hpp>

#include <algorithm>
#include <string>
#include <utility>

namespace rejoinder::http {

namespace {

namespace bhttp = boost::beast::http;
using boost::system::error_code;

constexpr std::size_t read_bytes = 16 * 1024;

reading refusal_of(const error_code& failure)
{
    if (failure == bhttp::error::header_limit)
        return reading::header_too_large;
    if (failure == bhttp::error::body_limit)
        return reading::too_large;
    const bool of_http = failure.category() == make_error_code(bhttp::error::bad_target).category();
    const bool cut_short =
        failure == bhttp::error::end_of_stream || failure == bhttp::error::partial_message;
    return of_http && !cut_short ? reading::malformed : reading::gone;
}

std::string_view view(boost::beast::string_view text)
{
    return {text.data(), text.size()};
}

}  // namespace

status status_of(reading refused) noexcept
{
    switch (refused) {
    case reading::too_large:
        return status::payload_too_large;
    case reading::header_too_large:
        return status::request_header_fields_too_large;
    case reading::unsupported:
        return status::unsupported_media_type;
    case reading::gone:
    case reading::malformed:
        break;
    }
    return status::bad_request;
}

request_reader::request_reader(
    net::ip::tcp::socket& socket,
    boost::beast::flat_buffer& buffer,
    const limits& bounds)
    : socket_(socket),
      buffer_(buffer)
{
    parser_.header_limit(static_cast<std::uint32_t>(bounds.header_bytes_max));
    parser_.body_limit(bounds.body_bytes_max);
}

awaitable<bool> request_reader::wait_for_first_byte()
{
    if (buffer_.size() > 0)
        co_return true;
    const auto space = buffer_.prepare(read_bytes);
    const auto [failure, bytes] =
        co_await socket_.async_read_some(space, net::as_tuple(net::use_awaitable));
    buffer_.commit(bytes);
    co_return !failure;
}

awaitable<std::optional<reading>> request_reader::read_header()
{
    const auto [failure, bytes] = co_await bhttp::async_read_header(
        socket_,
        buffer_,
        parser_,
        net::as_tuple(net::use_awaitable));
    if (failure)
        co_return refusal_of(failure);
    co_return check_framing();
}

awaitable<std::optional<reading>> request_reader::read_body()
{
    if (parser_.is_done())
        co_return std::nullopt;
    if (boost::beast::iequals(parser_.get()[bhttp::field::expect], "100-continue")) {
        static constexpr std::string_view go_on = "HTTP/1.1 100 Continue\r\n\r\n";
        const auto [failure, written] = co_await net::async_write(
            socket_,
            net::buffer(go_on),
            net::as_tuple(net::use_awaitable));
        if (failure)
            co_return reading::gone;
    }
    const auto [failure, bytes] =
        co_await bhttp::async_read(socket_, buffer_, parser_, net::as_tuple(net::use_awaitable));
    if (failure)
        co_return refusal_of(failure);
    co_return std::nullopt;
}

std::optional<reading> request_reader::check_framing() const
{
    const auto& head = parser_.get();
    const auto lengths = head.count(bhttp::field::content_length);
    const auto codings = head.count(bhttp::field::transfer_encoding);
    if (lengths > 1 || codings > 1 || (lengths > 0 && codings > 0))
        return reading::malformed;
    if (codings > 0 && !head.chunked())
        return reading::malformed;
    if (head.version() >= 11 && head.count(bhttp::field::host) != 1)
        return reading::malformed;
    if (head.count(bhttp::field::content_encoding) > 0)
        return reading::unsupported;
    return std::nullopt;
}

bool request_reader::keep_alive() const
{
    return parser_.get().keep_alive();
}

bool request_reader::wants_websocket() const
{
    return boost::beast::websocket::is_upgrade(parser_.get());
}

std::optional<request> request_reader::take_request(
    const net::ip::address& peer,
    const networks& trusted)
{
    auto& message = parser_.get();
    auto target = parse_target(view(message.target()));
    if (!target || message.method() == verb::unknown)
        return std::nullopt;
    request asked;
    asked.method = message.method();
    asked.target = std::move(*target);
    for (const auto& field : message)
        asked.headers.add(std::string(view(field.name_string())), std::string(view(field.value())));
    asked.client = find_client(peer, asked.header("X-Forwarded-For"), trusted);
    asked.is_tls =
        contains(trusted, peer) && same_token(asked.header("X-Forwarded-Proto"), "https");
    asked.body = std::move(message.body());
    return asked;
}

upgrade_request request_reader::take_upgrade()
{
    auto& message = parser_.get();
    upgrade_request head;
    static_cast<bhttp::fields&>(head) = message;
    head.method(message.method());
    head.target(message.target());
    head.version(message.version());
    return head;
}

}  // namespace rejoinder::http
