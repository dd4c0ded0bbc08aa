#include "server/http/limits.hpp"
#include "server/http/websocket_frame.hpp"
#include "tests/fuzz/promise.hpp"
#include "tests/fuzz/targets.hpp"

#include <boost/asio/io_context.hpp>
#include <boost/beast/_experimental/test/stream.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/websocket/stream.hpp>

#include <memory>
#include <string>

namespace rejoinder::fuzz {

namespace {

namespace websocket = boost::beast::websocket;
using boost::system::error_code;

const std::string handshake = "GET / HTTP/1.1\r\nHost: a\r\nUpgrade: websocket\r\n"
                              "Connection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
                              "Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\r\n";

/// What a client sends behind its handshake, read as a session does.
void read_frames(std::string_view bytes)
{
    static const http::limits limits;
    boost::asio::io_context context;
    boost::beast::test::stream server(context);
    auto client = boost::beast::test::connect(server);
    server.append(handshake);
    server.append(boost::beast::string_view(bytes.data(), bytes.size()));
    client.close();
    websocket::stream<boost::beast::test::stream&, false> stream(server);
    stream.read_message_max(limits.message_bytes_max);
    error_code failure;
    stream.accept(failure);
    boost::beast::flat_buffer message;
    while (!failure) {
        stream.read(message, failure);
        promise(message.size() <= limits.message_bytes_max, "a message is within its limit");
        message.clear();
    }
}

}  // namespace

void websocket_messages(std::string_view bytes)
{
    read_frames(bytes);
    static_cast<void>(http::is_close_frame(bytes));

    const auto text = std::make_shared<const std::string>(bytes);
    const http::websocket_frame frame(text);
    promise(frame.payload() == bytes, "a frame carries its text");
    promise(frame.header().size() <= 10, "a header is of ten bytes at most");
    promise(!http::is_close_frame(frame.header()), "a text is no close frame");
    const auto closing = http::websocket_frame::close(http::close_code::going_away, bytes);
    const auto sent = std::string(closing.header()) + std::string(closing.payload());
    promise(sent.size() <= 127, "a close frame is of 125 bytes at most");
    promise(http::is_close_frame(sent), "a close frame is one");
}

}  // namespace rejoinder::fuzz
