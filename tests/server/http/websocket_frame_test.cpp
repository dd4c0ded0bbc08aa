#include "server/http/websocket_frame.hpp"

#include "tests/support/catch.hpp"

using namespace rejoinder;
using http::close_code;
using http::websocket_frame;
using std::string_literals::operator""s;

TEST_CASE("websocket frame: the header says how long the text is", "[http][websocket]")
{
    const auto [size, header] = GENERATE(table<std::size_t, std::string>({
        {0, "\x81\0"s},
        {1, "\x81\x01"s},
        {125, "\x81\x7D"s},
        {126, "\x81\x7E\0\x7E"s},
        {65'535, "\x81\x7E\xFF\xFF"s},
        {65'536, "\x81\x7F\0\0\0\0\0\x01\0\0"s},
    }));
    const auto text = std::make_shared<const std::string>(size, 'a');
    const websocket_frame frame(text);

    CHECK(frame.header() == header);
    CHECK(frame.payload().data() == text->data());
    CHECK(frame.payload().size() == size);
    CHECK(frame.size() == header.size() + size);
}

TEST_CASE("websocket frame: a close frame has a code and at most 123 bytes", "[http][websocket]")
{
    const auto short_one = websocket_frame::close(close_code::try_again_later, "resync");
    CHECK(short_one.header().empty());
    CHECK(short_one.payload() == "\x88\x08\x03\xF5resync"s);
    CHECK(http::is_close_frame(short_one.payload()));

    const auto long_one = websocket_frame::close(close_code::going_away, std::string(200, 'a'));
    CHECK(long_one.payload() == "\x88\x7D\x03\xE9"s + std::string(123, 'a'));
}

TEST_CASE("websocket frame: raw bytes stay as they are", "[http][websocket]")
{
    const auto frame = websocket_frame::raw("HTTP/1.1 101 Switching Protocols\r\n\r\n");
    CHECK(frame.header().empty());
    CHECK(frame.payload() == "HTTP/1.1 101 Switching Protocols\r\n\r\n");
    CHECK_FALSE(http::is_close_frame(frame.payload()));
    CHECK_FALSE(http::is_close_frame(""));
    CHECK_FALSE(http::is_close_frame("\x8A\x00"));
}
