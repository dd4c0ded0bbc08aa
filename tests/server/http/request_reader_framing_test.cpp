#include "server/http/request_reader.hpp"
#include "tests/server/http/read_requests.hpp"
#include "tests/support/catch.hpp"

using namespace rejoinder;
using tests::outcome;
using std::string_literals::operator""s;

namespace {

/// A POST with these header fields, behind its Host.
std::string post(const std::string& fields, const std::string& body = "hello")
{
    return "POST / HTTP/1.1\r\nHost: a\r\n" + fields + "\r\n\r\n" + body;
}

std::string chunked(const std::string& body)
{
    return post("Transfer-Encoding: chunked", body);
}

}  // namespace

TEST_CASE("request reader: a body has one length, told in one way", "[http][reader][framing]")
{
    CHECK(outcome(post("Content-Length: 5")) == "taken");
    CHECK(outcome(post("Content-Length: 005")) == "taken");
    CHECK(outcome(post("content-length:5 \t")) == "taken");

    const std::string fields = GENERATE(
        "Content-Length: 5\r\nContent-Length: 5"s,
        "Content-Length: 5\r\nContent-Length: 6"s,
        "Content-Length: 5, 5"s,
        "Content-Length: 5,"s,
        "Content-Length: +5"s,
        "Content-Length: -5"s,
        "Content-Length: 0x5"s,
        "Content-Length: 5 5"s,
        "Content-Length: 5.0"s,
        "Content-Length:"s,
        "Content-Length: 18446744073709551621"s,
        "Content-Length : 5"s,
        " Content-Length: 5"s,
        "Content-Length: 5\r\nTransfer-Encoding: chunked"s,
        "Transfer-Encoding: chunked\r\nContent-Length: 5"s,
        "Transfer-Encoding: identity\r\nContent-Length: 5"s);
    CAPTURE(fields);
    CHECK(outcome(post(fields)) == "400");
}

TEST_CASE("request reader: the only transfer coding is chunked", "[http][reader][framing]")
{
    CHECK(outcome(chunked("0\r\n\r\n")) == "taken");
    CHECK(outcome(post("Transfer-Encoding: CHUNKED", "0\r\n\r\n")) == "taken");

    const std::string fields = GENERATE(
        "Transfer-Encoding: chunked, chunked"s,
        "Transfer-Encoding: gzip, chunked"s,
        "Transfer-Encoding: chunked, identity"s,
        "Transfer-Encoding: identity"s,
        "Transfer-Encoding: xchunked"s,
        "Transfer-Encoding: \"chunked\""s,
        "Transfer-Encoding: \vchunked"s,
        "Transfer-Encoding:"s,
        "Transfer-Encoding : chunked"s,
        "Transfer-Encoding:\r\n chunked"s,
        "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked"s,
        "Transfer-Encoding: chunked\r\nTransfer-Encoding: identity"s);
    CAPTURE(fields);
    CHECK(outcome(post(fields, "0\r\n\r\n")) == "400");
}

TEST_CASE("request reader: HTTP/1.0 has no chunks", "[http][reader][framing]")
{
    CHECK(outcome("POST / HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n") == "400");
}

TEST_CASE("request reader: the last chunk may come byte by byte", "[http][reader][framing]")
{
    const std::string text = GENERATE(
        chunked("0\r\n\r\n"),
        chunked("00;a\r\n\r\n"),
        chunked("1\r\na\r\n0\r\n\r\n"));
    const http::limits bounds;
    http::request_reader reader(bounds);
    http::request_reader::buffer arrived;
    auto head = http::request_reader::progress::need_more;
    auto body = head;
    for (const char each : text) {
        tests::append(arrived, {&each, 1});
        if (head != http::request_reader::progress::done)
            head = reader.read_head(arrived);
        else
            body = reader.read_body(arrived);
    }
    CHECK(body == http::request_reader::progress::done);
    CHECK(arrived.size() == 0);
}

TEST_CASE("request reader: a bad chunk is refused", "[http][reader][framing]")
{
    CHECK(outcome(chunked("5;a=\"b\"\r\nhello\r\n000\r\n\r\n")) == "taken");

    const std::string body = GENERATE(
        "x\r\nhello\r\n0\r\n\r\n"s,
        "-5\r\nhello\r\n0\r\n\r\n"s,
        "+5\r\nhello\r\n0\r\n\r\n"s,
        " 5\r\nhello\r\n0\r\n\r\n"s,
        "0x5\r\nhello\r\n0\r\n\r\n"s,
        "5 x\r\nhello\r\n0\r\n\r\n"s,
        "\r\nhello\r\n0\r\n\r\n"s,
        "10000000000000005\r\nhello\r\n0\r\n\r\n"s,
        "5\r\nhello0\r\n\r\n\r\n"s,
        "5\r\nhello!\r\n0\r\n\r\n"s,
        "5;\nx\r\nhello\r\n0\r\n\r\n"s,
        "5\r\nhello\r\n0;\nx\r\n\r\n"s);
    CAPTURE(body);
    CHECK(outcome(chunked(body)) == "400");
}

TEST_CASE("request reader: no trailer passes for a header field", "[http][reader][framing]")
{
    const std::string trailer = GENERATE(
        "X-Forwarded-For: 203.0.113.1"s,
        "Authorization: Bearer x"s,
        "Content-Length: 5"s,
        "Host: b"s,
        "broken"s);
    CAPTURE(trailer);
    CHECK(outcome(chunked("0\r\n" + trailer + "\r\n\r\n")) == "400");
}

TEST_CASE("request reader: a header that can be read in two ways is refused", "[http][reader]")
{
    const std::string text = GENERATE(
        "GET / HTTP/1.1\r\nHost: a\r\nX: b\r\n c\r\n\r\n"s,
        "GET / HTTP/1.1\r\nHost: a\r\nX: b\r\n\tc\r\n\r\n"s,
        "GET / HTTP/1.1\r\n Host: a\r\n\r\n"s,
        "GET / HTTP/1.1\r\nHost: a\r\nX: b\nY: c\r\n\r\n"s,
        "GET / HTTP/1.1\r\nHost: a\r\nX: b\rY: c\r\n\r\n"s,
        "GET / HTTP/1.1\nHost: a\r\n\r\n"s,
        "GET / HTTP/1.1\r\nHost: a\r\nX: b\0c\r\n\r\n"s,
        "GET / HTTP/1.1\r\nHost: a\r\nX\r\n\r\n"s,
        "GET / HTTP/1.1\r\nHost: a\r\n: x\r\n\r\n"s,
        "GET / HTTP/1.1\r\nHost: a\r\nX y: z\r\n\r\n"s,
        "GET  / HTTP/1.1\r\nHost: a\r\n\r\n"s,
        "GET /a b HTTP/1.1\r\nHost: a\r\n\r\n"s,
        "GET /\r\nHost: a\r\n\r\n"s,
        "GET / HTTP/2.0\r\nHost: a\r\n\r\n"s,
        "GET / HTTP/1.2\r\nHost: a\r\n\r\n"s,
        "GET / HTTP/0.9\r\nHost: a\r\n\r\n"s,
        "GET / http/1.1\r\nHost: a\r\n\r\n"s,
        "\x16\x03\x01\x02\r\n\r\n"s);
    CAPTURE(text);
    CHECK(outcome(text) == "400");
}

TEST_CASE("request reader: HTTP/1.1 has exactly one Host", "[http][reader]")
{
    CHECK(outcome("GET / HTTP/1.0\r\n\r\n") == "taken");
    CHECK(outcome("GET / HTTP/1.1\r\n\r\n") == "400");
    CHECK(outcome("GET / HTTP/1.1\r\nHost: a\r\nHost: a\r\n\r\n") == "400");
    CHECK(outcome("GET / HTTP/1.0\r\nHost: a\r\nHost: b\r\n\r\n") == "400");
}

TEST_CASE("request reader: a packed body is not taken", "[http][reader]")
{
    const std::string coding = GENERATE("gzip", "br", "identity");
    CHECK(outcome(post("Content-Length: 5\r\nContent-Encoding: " + coding)) == "415");
}

TEST_CASE("request reader: a strange method or target is not understood", "[http][reader]")
{
    CHECK(outcome("BREW / HTTP/1.1\r\nHost: a\r\n\r\n") == "not understood");
    CHECK(outcome("OPTIONS * HTTP/1.1\r\nHost: a\r\n\r\n") == "not understood");
    CHECK(outcome("CONNECT a:443 HTTP/1.1\r\nHost: a\r\n\r\n") == "not understood");
    CHECK(outcome("GET /%00 HTTP/1.1\r\nHost: a\r\n\r\n") == "not understood");
}
