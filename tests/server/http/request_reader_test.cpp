#include "server/http/request_reader.hpp"

#include "tests/server/http/read_requests.hpp"
#include "tests/support/catch.hpp"

using namespace rejoinder;
using http::request_reader;
using http::status;
using progress = http::request_reader::progress;
using tests::append;
using tests::outcome;

namespace {

constexpr std::string_view chunked_post = "POST /a?b=c HTTP/1.1\r\n"
                                          "Host: comments.example\r\n"
                                          "Transfer-Encoding: chunked\r\n"
                                          "\r\n"
                                          "5;kind=first\r\nhello\r\n"
                                          "6\r\n world\r\n"
                                          "0\r\n\r\n";

/// The client of a request that came with these fields from the peer, behind our proxy 10.0.0.1.
std::string client_of(const char* peer, std::string_view fields)
{
    const http::limits bounds;
    request_reader reader(bounds);
    request_reader::buffer arrived;
    append(arrived, "GET / HTTP/1.1\r\nHost: a\r\n");
    append(arrived, fields);
    append(arrived, "\r\n");
    REQUIRE(tests::read(reader, arrived) == progress::done);
    const auto asked =
        reader.take_request(http::net::ip::make_address(peer), {*http::network::parse("10.0.0.1")});
    REQUIRE(asked);
    return asked->client.reveal().to_string() + (asked->is_tls ? " tls" : "");
}

}  // namespace

TEST_CASE("request reader: bytes may come one by one", "[http][reader]")
{
    const http::limits bounds;
    request_reader reader(bounds);
    request_reader::buffer arrived;
    bool in_body = false;
    auto done = progress::need_more;
    for (const char c : chunked_post) {
        REQUIRE(done == progress::need_more);
        append(arrived, {&c, 1});
        if (!in_body && reader.read_head(arrived) == progress::done)
            in_body = true;
        if (in_body)
            done = reader.read_body(arrived);
    }

    REQUIRE(done == progress::done);
    const auto asked = tests::take(reader);
    REQUIRE(asked);
    CHECK(asked->method == http::verb::post);
    CHECK(asked->target.segments == std::vector<std::string>{"a"});
    CHECK(asked->query("b") == "c");
    CHECK(asked->header("host") == "comments.example");
    CHECK(asked->body == "hello world");
    CHECK(arrived.size() == 0);
}

TEST_CASE("request reader: pipelined requests are read one after the other", "[http][reader]")
{
    const http::limits bounds;
    request_reader reader(bounds);
    request_reader::buffer arrived;
    append(arrived, "\r\nGET /first HTTP/1.1\r\nHost: a\r\n\r\n");
    append(arrived, chunked_post);
    append(arrived, "POST /third HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\n\r\nabc\r\n");
    append(arrived, "GET /fourth HTTP/1.0\r\n\r\n");

    std::string seen;
    while (tests::read(reader, arrived) == progress::done) {
        const auto asked = tests::take(reader);
        REQUIRE(asked);
        seen += asked->target.segments.front() + ":" + asked->body +
                (reader.keep_alive() ? " " : " last");
        reader.next();
    }
    CHECK(seen == "first: a:hello world third:abc fourth: last");
    CHECK(arrived.size() == 0);
}

TEST_CASE("request reader: what is larger than its limit is refused", "[http][reader]")
{
    http::limits bounds;
    bounds.header_bytes_max = 100;
    bounds.body_bytes_max = 10;
    const std::string head = "POST / HTTP/1.1\r\nHost: a\r\n";
    const std::string chunks = head + "Transfer-Encoding: chunked\r\n\r\n";
    const std::string padding = "X: " + std::string(100 - head.size() - 7, 'x') + "\r\n\r\n";

    REQUIRE((head + padding).size() == 100);
    CHECK(outcome(head + padding, bounds) == "taken");
    CHECK(outcome(head + "X" + padding, bounds) == "431");
    CHECK(outcome(head + "X: " + std::string(100, 'x'), bounds) == "431");
    CHECK(outcome(head + "Content-Length: 10\r\n\r\n0123456789", bounds) == "taken");
    CHECK(outcome(head + "Content-Length: 11\r\n\r\n", bounds) == "413");
    CHECK(outcome(head + "Content-Length: 18446744073709551615\r\n\r\n", bounds) == "413");
    CHECK(outcome(chunks + "a\r\n0123456789\r\n0\r\n\r\n", bounds) == "taken");
    CHECK(outcome(chunks + "a\r\n0123456789\r\n1\r\n", bounds) == "413");
    CHECK(outcome(chunks + "b\r\n", bounds) == "413");
    // A chunk's line and a trailer are no body, but must not grow for ever either.
    CHECK(outcome(chunks + "1;" + std::string(100, 'x'), bounds) == "431");
    CHECK(outcome(chunks + "0\r\nX: " + std::string(100, 'x'), bounds) == "431");
}

TEST_CASE("request reader: an expectation is 100-continue, and of HTTP/1.1", "[http][reader]")
{
    const auto [version, expected, answer, go_on] =
        GENERATE(table<std::string, std::string, std::string, bool>({
            {"1.1", "100-continue", "waits", true},
            {"1.1", "100-Continue", "waits", true},
            {"1.1", "200-ok", "417", false},
            {"1.0", "100-continue", "waits", false},
            {"1.0", "200-ok", "waits", false},
        }));
    const auto text = "POST / HTTP/" + version +
                      "\r\nHost: a\r\nContent-Length: 1\r\nExpect: " + expected + "\r\n\r\n";
    CAPTURE(text);

    CHECK(outcome(text) == answer);
    const http::limits bounds;
    request_reader reader(bounds);
    request_reader::buffer arrived;
    append(arrived, text);
    reader.read_head(arrived);
    CHECK(reader.expects_continue() == go_on);
    CHECK(reader.has_body());
}

TEST_CASE("request reader: the client is the one our proxy names", "[http][reader]")
{
    const auto [peer, fields, client] = GENERATE(table<const char*, std::string_view, std::string>({
        {"10.0.0.1", "", "10.0.0.1"},
        {"10.0.0.1", "X-Forwarded-For: 192.0.2.7\r\n", "192.0.2.7"},
        {"10.0.0.1", "X-Forwarded-Proto: https\r\n", "10.0.0.1 tls"},
        {"192.0.2.9", "X-Forwarded-For: 192.0.2.7\r\n", "192.0.2.9"},
        {"192.0.2.9", "X-Forwarded-Proto: https\r\n", "192.0.2.9"},
        // The first line is the client's invention, the second what the proxy added.
        {"10.0.0.1",
         "X-Forwarded-For: 203.0.113.1\r\nA: b\r\nx-forwarded-for: 192.0.2.7\r\n",
         "192.0.2.7"},
    }));

    CHECK(client_of(peer, fields) == client);
}

TEST_CASE("request reader: an upgrade to WebSocket is told apart", "[http][reader]")
{
    const http::limits bounds;
    request_reader reader(bounds);
    request_reader::buffer arrived;
    append(
        arrived,
        "GET /live HTTP/1.1\r\nHost: a\r\nConnection: keep-alive, Upgrade\r\nUpgrade: websocket\r\n"
        "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n");

    REQUIRE(tests::read(reader, arrived) == progress::done);
    CHECK(reader.wants_websocket());
    CHECK(tests::take(reader));
    CHECK(reader.take_upgrade().count("Sec-WebSocket-Key") == 1);

    reader.next();
    append(arrived, "GET /live HTTP/1.1\r\nHost: a\r\n\r\n");
    REQUIRE(tests::read(reader, arrived) == progress::done);
    CHECK_FALSE(reader.wants_websocket());
}
