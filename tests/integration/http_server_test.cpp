// The real server on real sockets.

#include "server/http/http_server.hpp"

#include "server/async/io_pool.hpp"
#include "server/http/router.hpp"
#include "server/http/websocket.hpp"
#include "server/telemetry/metrics.hpp"
#include "tests/support/catch.hpp"

#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/read.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/websocket/stream.hpp>

#include <future>
#include <stdexcept>
#include <string>
#include <utility>

using namespace rejoinder;
using tcp = net::ip::tcp;
using http::status;
using http::verb;

namespace {

constexpr std::chrono::milliseconds stop_grace{5'000};

awaitable<http::response> echo(http::request asked)
{
    co_return http::response(status::ok, "text/plain", asked.body + asked.path("name"));
}

awaitable<http::response> break_down(http::request)
{
    throw std::logic_error("a secret of ours");
    co_return http::response();
}

awaitable<http::response> lose_environment(http::request)
{
    throw std::runtime_error("disk of ours is full");
    co_return http::response();
}

awaitable<std::optional<http::response>> chat(http::request asked, http::websocket& socket)
{
    if (asked.query("refuse"))
        co_return http::response(status::forbidden, "text/plain", "no");
    socket.on_message([&socket](std::string_view text) {
        socket.send(std::make_shared<const std::string>("heard " + std::string(text)));
    });
    socket.send(std::make_shared<const std::string>("welcome"));
    co_await socket.run();
    co_return std::nullopt;
}

http::server_settings quick_settings()
{
    http::server_settings settings;
    settings.port = 0;
    settings.bounds.header_timeout = std::chrono::milliseconds(300);
    settings.bounds.body_bytes_max = 1'000;
    settings.bounds.header_bytes_max = 2'000;
    settings.bounds.message_bytes_max = 100;
    return settings;
}

struct running_server {
    explicit running_server(http::server_settings settings = quick_settings())
        : server(pool, routes, metrics, std::move(settings))
    {
        routes.add(verb::get, "/echo/{name}", echo);
        routes.add(verb::post, "/echo/{name}", echo);
        routes.add(verb::get, "/bug", break_down);
        routes.add(verb::get, "/full", lose_environment);
        routes.add_websocket("/chat", chat);
        pool.start();
        server.start();
    }
    ~running_server()
    {
        server.stop(stop_grace);
        pool.stop();
    }

    tcp::socket connect()
    {
        tcp::socket socket(client);
        socket.connect({net::ip::make_address("127.0.0.1"), server.port()});
        return socket;
    }

    /// Sends the text and reads until the server closes.
    std::string ask(const std::string& text)
    {
        auto socket = connect();
        net::write(socket, net::buffer(text));
        return read_all(socket);
    }

    static std::string read_all(tcp::socket& socket)
    {
        std::string answer;
        boost::system::error_code end;
        net::read(socket, net::dynamic_buffer(answer), end);
        return answer;
    }

    async::io_pool pool{2};
    http::router routes;
    telemetry::metrics metrics;
    http::http_server server;
    net::io_context client;
};

const std::string last = "Host: x\r\nConnection: close\r\n\r\n";

bool has(const std::string& text, const std::string& part)
{
    return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("http server: answers by route, method and path", "[http][integration]")
{
    running_server at;
    const auto [text, begin, part] = GENERATE(table<std::string, std::string, std::string>({
        {"GET /echo/a%20b HTTP/1.1\r\n", "HTTP/1.1 200 OK\r\n", "\r\n\r\na b"},
        {"HEAD /echo/abc HTTP/1.1\r\n", "HTTP/1.1 200 OK\r\n", "Content-Length: 3\r\n"},
        {"GET /nowhere HTTP/1.1\r\n", "HTTP/1.1 404 Not Found\r\n", "\"not_found\""},
        {"DELETE /echo/a HTTP/1.1\r\n", "HTTP/1.1 405 ", "Allow: GET, HEAD, POST, OPTIONS\r\n"},
        {"GET /chat HTTP/1.1\r\n", "HTTP/1.1 426 ", "upgrade"},
        {"GET /bug HTTP/1.1\r\n", "HTTP/1.1 500 ", "\"internal_error\""},
        {"GET /full HTTP/1.1\r\n", "HTTP/1.1 503 ", "Retry-After: "},
        {"GET /%ff HTTP/1.1\r\n", "HTTP/1.1 400 ", "\"bad_request\""},
    }));
    CAPTURE(text);

    const auto answer = at.ask(text + last);

    INFO(answer);
    CHECK(answer.starts_with(begin));
    CHECK(has(answer, part));
    CHECK_FALSE(has(answer, "of ours"));
    CHECK_FALSE((text.starts_with("HEAD") && has(answer, "abc")));
}

TEST_CASE("http server: bodies within the limit, chunked or not", "[http][integration]")
{
    running_server at;
    const std::string chunked = "POST /echo/! HTTP/1.1\r\nTransfer-Encoding: chunked\r\n" + last +
                                "3\r\nabc\r\n2\r\nde\r\n0\r\n\r\n";
    CHECK(has(at.ask(chunked), "\r\n\r\nabcde!"));
    const std::string large = "POST /echo/! HTTP/1.1\r\nContent-Length: 1001\r\n" + last;
    CHECK(at.ask(large).starts_with("HTTP/1.1 413 "));
    const std::string wide = "GET /echo/a HTTP/1.1\r\nX: " + std::string(3'000, 'x') + "\r\n";
    CHECK(at.ask(wide + last).starts_with("HTTP/1.1 431 "));
}

TEST_CASE("http server: requests sent ahead are answered in order", "[http][integration]")
{
    running_server at;
    const std::string keep = " HTTP/1.1\r\nHost: x\r\n\r\n";

    const auto answers = at.ask(
        "GET /echo/one" + keep + "GET /nowhere" + keep + "GET /echo/three HTTP/1.1\r\n" + last);

    const auto one = answers.find("\r\n\r\none");
    const auto two = answers.find("404 Not Found");
    const auto three = answers.find("\r\n\r\nthree");
    CHECK(one < two);
    CHECK(two < three);
    CHECK(three != std::string::npos);
}

TEST_CASE(
    "http server: who does not finish a request is told so and sent away",
    "[http][integration]")
{
    running_server at;
    CHECK(at.ask("GET /echo/a HTTP/1.1\r\nHos").starts_with("HTTP/1.1 408 "));
    CHECK(at.ask("no request at all\r\n\r\n").starts_with("HTTP/1.1 400 "));
}

TEST_CASE("http server: a WebSocket is welcomed, heard and closed", "[http][integration]")
{
    namespace ws = boost::beast::websocket;
    running_server at;
    ws::stream<tcp::socket> socket(at.connect());
    boost::beast::flat_buffer buffer;
    const auto read = [&] {
        buffer.clear();
        const auto size = socket.read(buffer);
        return std::string(static_cast<const char*>(buffer.data().data()), size);
    };
    boost::system::error_code failure;

    socket.handshake("x", "/chat?refuse=1", failure);
    CHECK(failure == ws::error::upgrade_declined);

    ws::stream<tcp::socket> accepted(at.connect());
    std::swap(socket.next_layer(), accepted.next_layer());
    socket.handshake("x", "/chat");
    CHECK(read() == "welcome");
    socket.write(net::buffer(std::string("you")));
    CHECK(read() == "heard you");

    SECTION("by the client")
    {
        socket.close(ws::close_code::normal, failure);
        CHECK_FALSE(failure);
    }
    SECTION("by the server for a message that is too large")
    {
        socket.write(net::buffer(std::string(101, 'x')));
        socket.read(buffer, failure);
        CHECK(failure == ws::error::closed);
        CHECK(socket.reason().code == ws::close_code::too_big);
    }
    SECTION("by the server when it stops")
    {
        const auto stopped = std::async(std::launch::async, [&] { at.server.stop(stop_grace); });
        socket.read(buffer, failure);
        CHECK(failure == ws::error::closed);
        CHECK(socket.reason().code == ws::close_code::going_away);
    }
}

TEST_CASE("http server: stopping ends connections that wait", "[http][integration]")
{
    running_server at;
    auto idle = at.connect();
    net::write(idle, net::buffer(std::string("GET /echo/a HTTP/1.1\r\nHost: x\r\n\r\n")));
    std::string answer(5, '\0');
    net::read(idle, net::buffer(answer));

    at.server.stop(stop_grace);

    running_server::read_all(idle);
    boost::system::error_code refused;
    tcp::socket late(at.client);
    late.connect({net::ip::make_address("127.0.0.1"), at.server.port()}, refused);
    CHECK(refused);
}

TEST_CASE("http server: a port in use is said so", "[http][integration]")
{
    running_server at;
    auto settings = quick_settings();
    settings.port = at.server.port();
    http::http_server second(at.pool, at.routes, at.metrics, settings);

    CHECK_THROWS_WITH(second.start(), rejoinder::tests::contains("cannot listen at 127.0.0.1:"));
    second.stop(stop_grace);
}
