// Requests whose end two readers could see in different places, and what else no client sends: each
// is answered once and the connection closed, so that nothing behind it passes for a request.

#include "server/async/io_pool.hpp"
#include "server/http/http_server.hpp"
#include "server/http/router.hpp"
#include "server/telemetry/metrics.hpp"
#include "tests/integration/raw_client.hpp"
#include "tests/support/catch.hpp"

#include <atomic>
#include <string>
#include <utility>

using namespace rejoinder;
using namespace std::string_literals;
using http::verb;
using tests::raw_client;

namespace {

constexpr std::chrono::milliseconds end_grace{5'000};

/// A server that counts what reaches its handlers.
struct counting_server {
    counting_server()
        : server(pool, routes, metrics, settings())
    {
        const auto take = [this](http::request asked) {
            return answer(std::move(asked), reached);
        };
        routes.add(verb::get, "/x", take);
        routes.add(verb::post, "/x", take);
        pool.start();
        server.start();
    }
    ~counting_server()
    {
        server.stop(end_grace);
        pool.stop();
    }

    static http::server_settings settings()
    {
        http::server_settings made;
        made.port = 0;
        made.bounds.header_bytes_max = 2'000;
        made.bounds.body_bytes_max = 1'000;
        return made;
    }

    static awaitable<http::response> answer(http::request asked, std::atomic<int>& reached)
    {
        ++reached;
        co_return http::response(http::status::ok, "text/plain", std::move(asked.body));
    }

    /// All that comes until the server closes.
    std::string ask(const std::string& bytes)
    {
        raw_client client(server.port());
        client.send(bytes);
        return client.read_to_end();
    }

    std::atomic<int> reached{0};
    async::io_pool pool{1};
    http::router routes;
    telemetry::metrics metrics;
    http::http_server server;
};

int answers_in(const std::string& text)
{
    int count = 0;
    for (auto at = text.find("HTTP/1.1 "); at != std::string::npos;
         at = text.find("HTTP/1.1 ", at + 1))
        ++count;
    return count;
}

const std::string smuggled = "GET /x HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n";

std::string post(const std::string& lines, const std::string& body)
{
    return "POST /x HTTP/1.1\r\nHost: a\r\n" + lines + "\r\n" + body;
}

}  // namespace

TEST_CASE(
    "http framing: what two readers could understand differently ends there",
    "[http][integration]")
{
    const std::string hostile = GENERATE(
        post("Content-Length: 0\r\nContent-Length: 47\r\n", ""),
        post("Content-Length: 0\r\nContent-Length: 0\r\n", ""),
        post("Content-Length: 0, 0\r\n", ""),
        post("Content-Length: +0\r\n", ""),
        post("Content-Length: 0x0\r\n", ""),
        post("Content-Length: -1\r\n", ""),
        post("Content-Length: 18446744073709551616\r\n", ""),
        post("Content-Length : 0\r\n", ""),
        post("Content-Length: 5\r\nTransfer-Encoding: chunked\r\n", "0\r\n\r\n"),
        post("Transfer-Encoding: chunked\r\nContent-Length: 5\r\n", "0\r\n\r\n"),
        post("Transfer-Encoding: chunked\r\nTransfer-Encoding: identity\r\n", "0\r\n\r\n"),
        post("Transfer-Encoding: chunked, identity\r\n", "0\r\n\r\n"),
        post("Transfer-Encoding: xchunked\r\n", "0\r\n\r\n"),
        post(
            "Transfer-Encoding:\x0b"
            "chunked\r\n",
            "0\r\n\r\n"),
        post("Transfer-Encoding: chunked\r\n", "0x0\r\n\r\n"),
        post("Transfer-Encoding: chunked\r\n", "-0\r\n\r\n"),
        post("Transfer-Encoding: chunked\r\n", "0\n\n"),
        post("Transfer-Encoding: chunked\r\n", "1\r\nab0\r\n\r\n"),
        post("X: a\r\n Content-Length: 0\r\n", ""),
        post("X: a\r\n\tb\r\n", ""),
        post("X: a\rContent-Length: 0\r\n", ""),
        post("X: a\nContent-Length: 0\r\n", ""),
        post("X\0Y: a\r\n"s, ""),
        post("Host: b\r\n", ""),
        "GET /x HTTP/1.1\nHost: a\n\n"s + "\r\n\r\n",
        "GET /x HTTP/1.1\r\n\r\n"s,
        "GET /x HTTP/1.1\r\n Host: a\r\n\r\n"s,
        "GET  /x HTTP/1.1\r\nHost: a\r\n\r\n"s,
        "GET /x HTTP/1.1 \r\nHost: a\r\n\r\n"s,
        "GET /x HTTP/2.0\r\nHost: a\r\n\r\n"s,
        "GET /x HTTP/1.9\r\nHost: a\r\n\r\n"s,
        "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"s);
    INFO(hostile);
    counting_server at;
    const auto said = at.ask(hostile + smuggled);

    CHECK(said.starts_with("HTTP/1.1 400 "));
    CHECK(answers_in(said) == 1);
    CHECK(at.reached == 0);
}

TEST_CASE("http framing: what is too large or packed ends there as well", "[http][integration]")
{
    const auto [hostile, code] = GENERATE(table<std::string, std::string>({
        {post("Content-Length: 1001\r\n", std::string(1'001, 'a')), "413"},
        {post(
             "Transfer-Encoding: chunked\r\n",
             "3e9\r\n" + std::string(1'001, 'a') + "\r\n0\r\n\r\n"),
         "413"},
        {post("X: " + std::string(2'000, 'a') + "\r\n", ""), "431"},
        {"GET /" + std::string(2'100, 'a') + " HTTP/1.1\r\nHost: a\r\n\r\n", "431"},
        {post("Content-Encoding: gzip\r\nContent-Length: 0\r\n", ""), "415"},
        {post("Content-Encoding: br\r\nContent-Length: 0\r\n", ""), "415"},
    }));
    counting_server at;
    const auto said = at.ask(hostile + smuggled);

    CHECK(said.starts_with("HTTP/1.1 " + code + " "));
    CHECK(answers_in(said) == 1);
    CHECK(at.reached == 0);
}

TEST_CASE("http framing: JSON that nests too deep reaches no handler", "[http][integration]")
{
    counting_server at;
    const std::string deep(900, '[');
    const auto lines =
        "Connection: close\r\nContent-Type: application/json\r\nContent-Length: 900\r\n"s;
    CHECK(at.ask(post(lines, deep)).starts_with("HTTP/1.1 400 "));
    CHECK(at.reached == 0);
}

TEST_CASE("http framing: every answer says what a browser may make of it", "[http][integration]")
{
    const std::string request = GENERATE(
        "GET /x HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n"s,
        "GET /none HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n"s,
        "DELETE /x HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n"s,
        "GET /x HTTP/1.1\r\n\r\n"s,
        post("Content-Length: 1001\r\n", ""),
        post("Content-Encoding: gzip\r\n", ""));
    counting_server at;
    const auto said = at.ask(request);
    for (const auto* line :
         {"X-Content-Type-Options: nosniff",
          "Referrer-Policy: same-origin",
          "Permissions-Policy: camera=()",
          "Content-Security-Policy: default-src 'none'"})
        CHECK(said.find("\r\n"s + line) != std::string::npos);
}
