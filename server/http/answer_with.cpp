#include "server/http/answer_with.hpp"

#include "server/http/error_response.hpp"
#include "server/http/json_depth.hpp"
#include "server/telemetry/log.hpp"

#include <boost/asio/experimental/awaitable_operators.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/system/system_error.hpp>

#include <exception>
#include <stdexcept>
#include <utility>

namespace rejoinder::http {

namespace {

constexpr std::chrono::seconds come_back_after{2};

response unavailable()
{
    return error_response(model::refusal(model::error::temporarily_unavailable, come_back_after));
}

/// An environment that fails (Redis gone, disk full) will do so for a while and says so; anything
/// else is a bug of ours.
response failed(std::string_view route, const std::exception_ptr& failure)
{
    try {
        std::rethrow_exception(failure);
    } catch (const boost::system::system_error& error) {
        telemetry::log_warning(
            "request_failed",
            {{"route", route}, {"why", error.code().message()}});
    } catch (const std::runtime_error& error) {
        telemetry::log_warning("request_failed", {{"route", route}, {"why", error.what()}});
    } catch (const std::exception& error) {
        telemetry::log_error("request_failed", {{"route", route}, {"why", error.what()}});
        return error_response(status::internal_server_error);
    }
    return unavailable();
}

awaitable<response> answer(const handler& handle, request asked)
{
    if (asked.content_type() == "application/json" && nests_too_deep(asked.body))
        co_return error_response(status::bad_request);
    const auto route = asked.route;
    std::exception_ptr failure;
    try {
        co_return co_await handle(std::move(asked));
    } catch (...) {
        failure = std::current_exception();
    }
    co_return failed(route, failure);
}

}  // namespace

awaitable<response> answer_with(
    const handler& handle,
    request asked,
    std::chrono::milliseconds longest)
{
    using namespace net::experimental::awaitable_operators;

    const auto route = asked.route;
    net::steady_timer late(asked.executor, longest);
    auto first = co_await (answer(handle, std::move(asked)) || late.async_wait(net::use_awaitable));
    if (first.index() == 0)
        co_return std::get<0>(std::move(first));
    telemetry::log_warning("request_too_slow", {{"route", route}});
    co_return unavailable();
}

awaitable<std::optional<response>> run_upgraded(
    const websocket_handler& handle,
    request asked,
    websocket& socket)
{
    const auto route = asked.route;
    std::exception_ptr failure;
    try {
        co_return co_await handle(std::move(asked), socket);
    } catch (...) {
        failure = std::current_exception();
    }
    co_return failed(route, failure);
}

}  // namespace rejoinder::http
