#include "server/http/answer_with.hpp"

#include "server/telemetry/log.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/run.hpp"

#include <boost/asio/error.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/this_coro.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/system/system_error.hpp>

#include <stdexcept>

using namespace rejoinder;
using namespace std::chrono_literals;
using http::status;

namespace {

awaitable<http::response> answer_ok(http::request asked)
{
    co_return http::response(status::ok, "text/plain", std::move(asked.body));
}

awaitable<http::response> lose_redis(http::request)
{
    throw boost::system::system_error(net::error::connection_refused);
    co_return http::response();
}

awaitable<http::response> lose_disk(http::request)
{
    throw std::runtime_error("the inner cause");
    co_return http::response();
}

awaitable<http::response> meet_bug(http::request)
{
    throw std::logic_error("the inner cause");
    co_return http::response();
}

awaitable<http::response> wait_for_ever(http::request)
{
    net::steady_timer timer(co_await net::this_coro::executor, 24h);
    co_await timer.async_wait(net::use_awaitable);
    co_return http::response(status::ok);
}

/// What the handler's answer becomes; keeps what was logged meanwhile.
http::response answered(
    const http::handler& handle,
    std::chrono::milliseconds longest,
    std::string& log)
{
    telemetry::capture_log([&log](const std::string& line) { log += line + "\n"; });
    net::io_context context;
    http::request asked;
    asked.route = "/sites/{site}";
    asked.body = "hello";
    asked.executor = context.get_executor();
    auto answer = tests::run(context, http::answer_with(handle, std::move(asked), longest));
    telemetry::capture_log({});
    return answer;
}

/// A socket that is never used.
class idle_socket : public http::websocket {
public:
    void on_message(std::function<void(std::string_view)>) override {}
    awaitable<void> run() override { co_return; }
    void send(std::shared_ptr<const std::string>) override {}
    void close(http::close_code, std::string_view) override {}
};

awaitable<std::optional<http::response>> run_socket(http::request, http::websocket& socket)
{
    co_await socket.run();
    co_return std::nullopt;
}

awaitable<std::optional<http::response>> lose_feed(http::request, http::websocket&)
{
    throw std::runtime_error("the inner cause");
    co_return std::nullopt;
}

}  // namespace

TEST_CASE("answer with: a handler's answer is the answer", "[http][handler]")
{
    std::string log;
    const auto answer = answered(answer_ok, 24h, log);

    CHECK(answer.code == status::ok);
    CHECK(answer.body == "hello");
    CHECK(log.empty());
}

TEST_CASE("answer with: failures become 503, bugs 500, the cause stays here", "[http][handler]")
{
    const auto [handle, code, level] = GENERATE(table<http::handler, status, std::string>({
        {lose_redis, status::service_unavailable, "warning"},
        {lose_disk, status::service_unavailable, "warning"},
        {meet_bug, status::internal_server_error, "error"},
    }));
    std::string log;
    const auto answer = answered(handle, 24h, log);

    CHECK(answer.code == code);
    CHECK(answer.headers.contains("Retry-After") == (code == status::service_unavailable));
    CHECK(answer.body.find("cause") == std::string::npos);
    CHECK(answer.body.find("refused") == std::string::npos);
    CHECK(log.find("\"request_failed\"") != std::string::npos);
    CHECK(log.find("\"" + level + "\"") != std::string::npos);
    CHECK(log.find("/sites/{site}") != std::string::npos);
}

TEST_CASE("answer with: who takes too long is cancelled and answered with 503", "[http][handler]")
{
    std::string log;
    const auto answer = answered(wait_for_ever, 1ms, log);

    CHECK(answer.code == status::service_unavailable);
    CHECK(answer.headers.contains("Retry-After"));
    CHECK(log.find("\"request_too_slow\"") != std::string::npos);
}

TEST_CASE("answer with: a socket's handler ends with nothing or a refusal", "[http][handler]")
{
    std::string log;
    telemetry::capture_log([&log](const std::string& line) { log += line; });
    net::io_context context;
    idle_socket socket;
    const http::websocket_handler good = run_socket;
    const http::websocket_handler bad = lose_feed;

    CHECK_FALSE(tests::run(context, http::run_upgraded(good, {}, socket)));
    const auto refused = tests::run(context, http::run_upgraded(bad, {}, socket));
    telemetry::capture_log({});

    REQUIRE(refused);
    CHECK(refused->code == status::service_unavailable);
    CHECK(log.find("\"request_failed\"") != std::string::npos);
}
