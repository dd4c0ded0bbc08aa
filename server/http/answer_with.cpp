#include "server/http/answer_with.hpp"

#include "server/http/error_response.hpp"
#include "server/telemetry/log.hpp"

#include <boost/system/system_error.hpp>

#include <exception>
#include <string>
#include <utility>

namespace rejoinder::http {

namespace {

constexpr std::chrono::seconds come_back_after{2};

/// An environment that fails (Redis gone, disk full) will do so for a while and says so; anything
/// else is a bug of ours.
response failed(std::string_view route, const std::exception_ptr& failure)
{
    bool environment = true;
    try {
        std::rethrow_exception(failure);
    } catch (const boost::system::system_error& error) {
        telemetry::log_warning(
            "request_failed",
            {{"route", route}, {"why", error.code().message()}});
    } catch (const std::logic_error& error) {
        environment = false;
        telemetry::log_error("request_failed", {{"route", route}, {"why", error.what()}});
    } catch (const std::exception& error) {
        telemetry::log_warning("request_failed", {{"route", route}, {"why", error.what()}});
    }
    if (!environment)
        return error_response(status::internal_server_error);
    return error_response(model::refusal(model::error::temporarily_unavailable, come_back_after));
}

}  // namespace

awaitable<response> answer_with(const handler& handle, request asked)
{
    const auto route = asked.route;
    std::exception_ptr failure;
    try {
        co_return co_await handle(std::move(asked));
    } catch (...) {
        failure = std::current_exception();
    }
    co_return failed(route, failure);
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
