#include "server/routes/live_feed.hpp"

#include "server/http/error_response.hpp"
#include "server/publish/feed_shard.hpp"
#include "server/routes/desk_session.hpp"
#include "server/routes/site_of.hpp"

#include <boost/asio/experimental/awaitable_operators.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>

#include <charconv>
#include <chrono>
#include <utility>

namespace rejoinder::routes {

namespace {

/// How long somebody can look on after they were signed out elsewhere.
constexpr std::chrono::seconds look_again_every{5};

/// A WebSocket as a subscriber, for as long as this lives.
class subscription final : public publish::subscriber {
public:
    subscription(
        publish::feed_shard& feeds,
        http::websocket& socket,
        std::optional<model::story_key> story,
        std::optional<std::int64_t> since,
        model::site_list sites = {})
        : feeds_(feeds),
          socket_(socket),
          story_(std::move(story))
    {
        if (story_)
            feeds_.join_story(*story_, *this, since);
        else
            feeds_.join_desk(*this, since, std::move(sites));
    }
    subscription(const subscription&) = delete;
    subscription& operator=(const subscription&) = delete;
    ~subscription() override
    {
        if (story_)
            feeds_.leave_story(*story_, *this);
        else
            feeds_.leave_desk(*this);
    }

    void deliver(std::shared_ptr<const std::string> message) override
    {
        socket_.send(std::move(message));
    }

private:
    publish::feed_shard& feeds_;
    http::websocket& socket_;
    std::optional<model::story_key> story_;
};

std::optional<std::int64_t> since_of(const http::request& request)
{
    const auto text = request.query("since");
    if (!text)
        return std::nullopt;
    std::int64_t since = 0;
    const auto read = std::from_chars(text->data(), text->data() + text->size(), since);
    // What is no event id is as good as one that is forgotten: the client is told to fetch anew.
    return read.ec == std::errc() && read.ptr == text->data() + text->size() ? since : -1;
}

/// A session that ends, or a moderator who may no longer look on, ends the feed. Never returns: to
/// be cancelled when the feed is over.
awaitable<void> close_when_signed_out(
    const http::request& request,
    http::websocket& socket,
    const services& use)
{
    net::steady_timer pause(request.executor);
    for (bool still = true;;) {
        pause.expires_after(look_again_every);
        co_await pause.async_wait(net::use_awaitable);
        try {
            still = still && co_await is_still_signed_in(request, use);
        } catch (const std::exception&) {
            continue;  // Redis or storage is away: as before.
        }
        if (!still)
            socket.close(http::close_code::policy_violation, "signed out");
    }
}

}  // namespace

awaitable<std::optional<http::response>> story_feed(
    http::request request,
    http::websocket& socket,
    const services& use)
{
    const auto* site = site_of(request, use);
    if (!site)
        co_return http::error_response(model::refusal(model::error::site_not_found));
    const auto origin = request.header("Origin");
    const auto own_origin = request.own_origin();
    if (!origin.empty() && origin != own_origin && !site->owns(origin, own_origin))
        co_return http::error_response(model::refusal(model::error::origin_not_allowed));

    const subscription listening(
        *use.cores[request.core].feeds,
        socket,
        story_of(request),
        since_of(request));
    co_await socket.run();
    co_return std::nullopt;
}

awaitable<std::optional<http::response>> desk_feed(
    http::request request,
    http::websocket& socket,
    const services& use)
{
    using namespace net::experimental::awaitable_operators;

    // Browsers send cookies with a WebSocket of any page: only our own may have this one.
    const auto origin = request.header("Origin");
    if (!origin.empty() && origin != request.own_origin())
        co_return http::error_response(model::refusal(model::error::origin_not_allowed));
    const auto who = co_await require_signed_in(request, use, desk_access::read);
    if (who.has_error())
        co_return http::error_response(who.error());

    const subscription listening(
        *use.cores[request.core].feeds,
        socket,
        std::nullopt,
        since_of(request),
        who->sites);
    co_await (socket.run() || close_when_signed_out(request, socket, use));
    co_return std::nullopt;
}

}  // namespace rejoinder::routes
