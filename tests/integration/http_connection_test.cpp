// What a connection lives through: limits, deadlines, upgrades and the end of the server.

#include "server/async/io_pool.hpp"
#include "server/http/http_server.hpp"
#include "server/http/router.hpp"
#include "server/http/websocket.hpp"
#include "server/telemetry/metrics.hpp"
#include "tests/integration/raw_client.hpp"
#include "tests/support/catch.hpp"

#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>

#include <atomic>
#include <chrono>
#include <functional>
#include <future>
#include <memory>
#include <string>
#include <thread>
#include <utility>

using namespace rejoinder;
using http::status;
using http::verb;
using std::chrono::milliseconds;
using std::chrono::steady_clock;
using tests::raw_client;

namespace {

constexpr milliseconds grace{10'000};
constexpr unsigned text_frame = 1;
constexpr unsigned close_frame = 8;
constexpr unsigned ping_frame = 9;
constexpr unsigned pong_frame = 10;

/// A gate that holds a request until the test opens it.
struct request_gate {
    std::atomic<int> waiting = 0;
    std::atomic<bool> open = false;
};

awaitable<http::response> take(http::request asked)
{
    co_return http::response(status::ok, "text/plain", std::move(asked.body));
}

awaitable<http::response> page(http::request)
{
    co_return http::response(status::ok, "text/plain", std::string(5'000, 'x'))
        .with("ETag", "\"one\"");
}

awaitable<http::response> held(http::request asked, request_gate& gate)
{
    net::steady_timer pause(asked.executor);
    ++gate.waiting;
    while (!gate.open) {
        pause.expires_after(milliseconds(5));
        co_await pause.async_wait(net::use_awaitable);
    }
    co_return http::response(status::ok, "text/plain", "held");
}

awaitable<std::optional<http::response>> live(http::request, http::websocket& socket)
{
    socket.on_message([&socket](std::string_view text) {
        if (text == "sign out")
            socket.close(http::close_code::policy_violation, "signed out");
        for (int i = 0; text == "flood" && i < 1'000; ++i)
            socket.send(std::make_shared<const std::string>("event"));
        socket.send(std::make_shared<const std::string>(text));
    });
    co_await socket.run();
    co_return std::nullopt;
}

struct serving {
    explicit serving(const http::limits& bounds = {})
        : server(pool, routes, metrics, on_any_port(bounds))
    {
        routes.add(verb::post, "/take", take);
        routes.add(verb::get, "/page", page);
        routes.add(verb::get, "/held", [this](http::request asked) {
            return held(std::move(asked), gate);
        });
        routes.add_websocket("/live", live);
        pool.start();
        server.start();
    }
    ~serving()
    {
        gate.open = true;
        server.stop(grace);
        pool.stop();
    }

    static http::server_settings on_any_port(const http::limits& bounds)
    {
        http::server_settings settings;
        settings.port = 0;
        settings.bounds = bounds;
        return settings;
    }

    bool shows(const std::string& line) const
    {
        return metrics.exposition().find(line + "\n") != std::string::npos;
    }

    request_gate gate;
    async::io_pool pool{1};
    http::router routes;
    telemetry::metrics metrics;
    http::http_server server;
};

/// A client with requests of one line and header lines; and one that became a WebSocket.
struct client : raw_client {
    explicit client(const serving& at)
        : raw_client(at.server.port())
    {
    }

    answer ask(const std::string& line, const std::string& fields = {})
    {
        send(line + " HTTP/1.1\r\nHost: a\r\n" + fields + "\r\n");
        return read_answer(line.starts_with("HEAD"));
    }

    answer upgrade(const std::string& version = "13", const std::string& first_frames = {})
    {
        send(
            "GET /live HTTP/1.1\r\nHost: a\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n"
            "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: " +
            version + "\r\n\r\n" + first_frames);
        return read_answer(version == "13");
    }
};

void wait_until(const std::function<bool()>& holds)
{
    const auto until = steady_clock::now() + std::chrono::seconds(20);
    while (!holds() && steady_clock::now() < until)
        std::this_thread::yield();
    REQUIRE(holds());
}

unsigned code_of(const raw_client::frame& closing)
{
    REQUIRE(closing.opcode == close_frame);
    REQUIRE(closing.payload.size() >= 2);
    return static_cast<unsigned char>(closing.payload[0]) * 256U +
           static_cast<unsigned char>(closing.payload[1]);
}

}  // namespace

TEST_CASE("http connection: it is kept from answer to answer", "[http][integration]")
{
    const serving at;
    client reader(at);

    const auto whole = reader.ask("GET /page");
    CHECK(whole.result() == status::ok);
    CHECK(whole.body() == std::string(5'000, 'x'));
    CHECK(whole["X-Content-Type-Options"] == "nosniff");
    CHECK(whole.count("Date") == 1);

    const auto head = reader.ask("HEAD /page");
    CHECK(head["Content-Length"] == "5000");

    const auto packed = reader.ask("GET /page", "Accept-Encoding: gzip\r\n");
    CHECK(packed["Content-Encoding"] == "gzip");
    CHECK(packed["ETag"] == "\"one-gzip\"");
    CHECK(packed.body().starts_with("\x1f\x8b"));

    const auto known = reader.ask("GET /page", "If-None-Match: \"one-gzip\"\r\n");
    CHECK(known.result() == status::not_modified);
    CHECK(known.body().empty());

    CHECK(reader.ask("GET /none").result() == status::not_found);
    CHECK(reader.ask("GET /page").result() == status::ok);
    CHECK(at.shows(R"(rejoinder_http_connections{server="public"} 1)"));
}

TEST_CASE("http connection: an old client has it kept where it asks", "[http][integration]")
{
    const serving at;
    client old(at);
    old.send("GET /page HTTP/1.0\r\nConnection: keep-alive\r\n\r\n");
    CHECK(old.read_answer()["Connection"] == "keep-alive");
    old.send("GET /page HTTP/1.0\r\n\r\n");
    CHECK(old.read_answer()["Connection"] == "close");
    CHECK(old.read_to_end().empty());
}

TEST_CASE("http connection: who asks before sending a body is told to", "[http][integration]")
{
    const serving at;
    client careful(at);
    careful.send("POST /take HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\n"
                 "Expect: 100-continue\r\n\r\n");
    CHECK(careful.read_answer(true).result() == status::continue_);
    careful.send("hi");
    CHECK(careful.read_answer().body() == "hi");
}

TEST_CASE("http connection: a refusal is read by who still sends", "[http][integration]")
{
    const serving at;
    client eager(at);
    eager.send("POST /take HTTP/1.1\r\nHost: a\r\nContent-Length: 12000000\r\n\r\n");

    // More than the sockets' buffers hold: who meets a reset while sending may never read.
    CHECK(eager.send(std::string(12'000'000, 'x')));

    const auto refusal = eager.read_answer();
    CHECK(refusal.result() == status::payload_too_large);
    CHECK(refusal["Connection"] == "close");
    CHECK(eager.read_to_end().empty());
}

TEST_CASE("http connection: every phase has its deadline", "[http][integration]")
{
    http::limits bounds;
    bounds.idle_timeout = milliseconds(300);
    bounds.body_timeout = milliseconds(300);
    bounds.request_timeout = milliseconds(50);
    const serving at(bounds);

    client silent(at);
    CHECK(silent.read_to_end().empty());

    client slow(at);
    slow.send("POST /take HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\n\r\nh");
    CHECK(slow.read_answer().result() == status::request_timeout);
    CHECK(slow.read_to_end().empty());

    client patient(at);
    const auto late = patient.ask("GET /held");
    CHECK(late.result() == status::service_unavailable);
    CHECK(late["Retry-After"] == "2");
}

TEST_CASE("http connection: beyond the limit it is closed at once", "[http][integration]")
{
    http::limits bounds;
    bounds.connections_max = 1;
    const serving at(bounds);
    auto first = std::make_unique<client>(at);
    CHECK(first->ask("GET /page").result() == status::ok);

    client second(at);
    CHECK(second.read_to_end().empty());
    CHECK(at.shows(R"(rejoinder_http_connections_refused_total{server="public"} 1)"));

    first.reset();
    wait_until([&] { return at.shows(R"(rejoinder_http_connections{server="public"} 0)"); });
    client third(at);
    CHECK(third.ask("GET /page").result() == status::ok);
}

TEST_CASE("http connection: the server's end waits for a request", "[http][integration]")
{
    serving at;
    client idle(at);
    CHECK(idle.ask("GET /page").result() == status::ok);
    client busy(at);
    busy.send("GET /held HTTP/1.1\r\nHost: a\r\n\r\nGET /page HTTP/1.1\r\nHost: a\r\n\r\n");
    wait_until([&] { return at.gate.waiting == 1; });

    const auto stopped = std::async(std::launch::async, [&] { at.server.stop(grace); });
    CHECK(idle.read_to_end().empty());
    at.gate.open = true;

    const auto answer = busy.read_answer();
    CHECK(answer.body() == "held");
    CHECK(answer["Connection"] == "close");
    CHECK(busy.read_to_end().empty());
    stopped.wait();
    CHECK_THROWS(client(at));
}

TEST_CASE("http connection: the server's end does not wait for ever", "[http][integration]")
{
    serving at;
    client busy(at);
    busy.send("GET /held HTTP/1.1\r\nHost: a\r\n\r\n");
    wait_until([&] { return at.gate.waiting == 1; });

    at.server.stop(milliseconds(100));

    CHECK(at.shows(R"(rejoinder_http_connections{server="public"} 0)"));
    CHECK(busy.read_to_end().empty());
}

TEST_CASE("http connection: a WebSocket may send with its handshake", "[http][integration]")
{
    const serving at;
    client reader(at);
    const auto accepted = reader.upgrade("13", std::string("\x81\x82\0\0\0\0hi", 8));

    CHECK(accepted.result() == status::switching_protocols);
    CHECK(accepted["Sec-WebSocket-Accept"] == "s3pPLMBiTxaQ9kYGzzhZRbK+xOo=");
    CHECK(reader.read_frame().payload == "hi");
    CHECK(at.shows(R"(rejoinder_http_websockets{server="public"} 1)"));

    reader.send_frame(ping_frame, "there?");
    const auto pong = reader.read_frame();
    CHECK(pong.opcode == pong_frame);
    CHECK(pong.payload == "there?");

    reader.send_frame(close_frame, "\x03\xe8");
    CHECK(code_of(reader.read_frame()) == 1000);
    CHECK(reader.read_to_end().empty());
    wait_until([&] { return at.shows(R"(rejoinder_http_websockets{server="public"} 0)"); });
}

TEST_CASE("http connection: an upgrade of another version is refused", "[http][integration]")
{
    const serving at;
    client strange(at);
    const auto refused = strange.upgrade("12");

    CHECK(refused.result() == status::upgrade_required);
    CHECK(refused["Sec-WebSocket-Version"] == "13");
    CHECK(refused["Connection"] == "close");
    CHECK(strange.read_to_end().empty());
}

TEST_CASE("http connection: a WebSocket is closed for a reason", "[http][integration]")
{
    const serving at;
    client reader(at);
    reader.upgrade();

    SECTION("that its handler gives")
    {
        reader.send_frame(text_frame, "sign out");
        const auto closing = reader.read_frame();
        CHECK(code_of(closing) == 1008);
        CHECK(closing.payload.substr(2) == "signed out");
        reader.send_frame(close_frame, closing.payload);
    }
    SECTION("when it falls behind, and need not answer that")
    {
        reader.send_frame(text_frame, "flood");
        CHECK(reader.read_frame().payload == "event");
        const auto closing = reader.read_frame();
        CHECK(code_of(closing) == 1013);
        CHECK(closing.payload.substr(2) == "resync");
        CHECK(at.shows(R"(rejoinder_http_websockets_too_slow_total{server="public"} 1)"));
    }
    SECTION("when its message is too large")
    {
        reader.send_frame(text_frame, std::string(60'000, 'x'));
        CHECK(code_of(reader.read_frame()) == 1009);
    }
    SECTION("when it sends what is no text")
    {
        reader.send_frame(text_frame, "\xff");
        CHECK(code_of(reader.read_frame()) == 1007);
    }
    SECTION("when its text ends within a character, before an empty fragment")
    {
        reader.send(std::string("\x01\x82\0\0\0\0h\xe2\x80\x80\0\0\0\0", 14));
        CHECK(code_of(reader.read_frame()) == 1007);
    }
    CHECK(reader.read_to_end().empty());
}

TEST_CASE("http connection: a silent WebSocket is asked, then left", "[http][integration]")
{
    http::limits bounds;
    bounds.websocket_idle_timeout = milliseconds(400);
    const serving at(bounds);
    client reader(at);
    reader.upgrade();

    CHECK(reader.read_frame().opcode == ping_frame);
    reader.read_to_end();
    wait_until([&] { return at.shows(R"(rejoinder_http_connections{server="public"} 0)"); });
}
