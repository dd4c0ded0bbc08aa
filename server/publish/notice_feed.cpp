#include "server/publish/notice_feed.hpp"

#include "server/publish/feed_hub.hpp"
#include "server/redis/connection.hpp"

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/this_coro.hpp>
#include <boost/asio/use_awaitable.hpp>

#include <chrono>
#include <exception>
#include <memory>
#include <utility>

namespace rejoinder::publish {

namespace {

constexpr std::chrono::milliseconds notices_block{1'000};
constexpr std::chrono::milliseconds notices_grace{2'000};
constexpr std::chrono::milliseconds notices_retry{250};
constexpr int notices_read_max = 500;

feed_message notice_from(const redis::reply& entry)
{
    feed_message message;
    const auto& fields = entry.at(1).elements();
    for (std::size_t i = 0; i + 1 < fields.size(); i += 2) {
        if (fields[i].text() == "site")
            message.story.site = model::site_id(fields[i + 1].text());
        else if (fields[i].text() == "desk")
            message.for_desk = std::make_shared<const std::string>(fields[i + 1].text());
    }
    return message;
}

}  // namespace

notice_feed::notice_feed(redis::connection& connection, std::string key, feed_hub& hub)
    : connection_(connection),
      key_(std::move(key)),
      hub_(hub)
{
}

awaitable<void> notice_feed::run()
{
    net::steady_timer pause(co_await net::this_coro::executor);
    for (;;) {
        try {
            co_await connection_.ready(notices_grace);
            co_await follow();
        } catch (const std::exception&) {
            // The connection logs why it was lost; what was missed meanwhile is of no use any more.
        }
        const auto state = co_await net::this_coro::cancellation_state;
        if (state.cancelled() != net::cancellation_type::none)
            co_return;
        pause.expires_after(notices_retry);
        co_await pause.async_wait(net::as_tuple(net::use_awaitable));
    }
}

awaitable<void> notice_feed::follow()
{
    for (;;) {
        redis::command next("XREAD");
        next.add("COUNT").add(notices_read_max).add("BLOCK").add(notices_block.count());
        next.add("STREAMS").add(key_).add(position_);
        const auto answer =
            co_await connection_.execute(std::move(next), notices_block + notices_grace);
        if (answer.elements().empty())
            continue;
        std::vector<feed_message> notices;
        for (const auto& entry : answer.at(0).at(1).elements()) {
            position_ = entry.at(0).text();
            notices.push_back(notice_from(entry));
        }
        hub_.tell_desks(std::move(notices));
    }
}

}  // namespace rejoinder::publish
