#include "server/cli/search_feeds.hpp"

#include "server/cli/asking.hpp"
#include "server/cli/leak_report.hpp"
#include "server/storage/store.hpp"

#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/beast/core/buffers_to_string.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/core/tcp_stream.hpp>
#include <boost/beast/websocket/stream.hpp>
#include <boost/url/parse.hpp>
#include <fmt/format.h>

#include <chrono>
#include <set>
#include <stdexcept>
#include <utility>

namespace rejoinder::cli {

namespace {

namespace net = boost::asio;
namespace websocket = boost::beast::websocket;
using boost::system::error_code;

constexpr std::size_t stories_max = 100;
constexpr int events_back = 100;  ///< As many as a server tells one by one.
constexpr int events_max = 200;
constexpr std::chrono::milliseconds silence{300};

/// Joins a feed and searches what comes until it is silent. Whether it opened.
bool search_feed(const std::string& server, const std::string& target, leak_report& report)
{
    const auto url = boost::urls::parse_uri(server);
    net::io_context context;
    net::ip::tcp::resolver resolver(context);
    websocket::stream<boost::beast::tcp_stream> feed(context);
    auto& socket = boost::beast::get_lowest_layer(feed);
    socket.connect(resolver.resolve(std::string(url->host()), std::string(url->port())));
    error_code failure;
    websocket::response_type answer;
    feed.handshake(answer, std::string(url->encoded_host_and_port()), target, failure);
    report.search("feed " + target, std::string(answer.body()));
    if (failure)
        return false;
    while (!failure) {
        boost::beast::flat_buffer message;
        socket.expires_after(silence);
        feed.async_read(message, [&failure](error_code ended, std::size_t) { failure = ended; });
        context.restart();
        context.run();
        report.search("feed " + target, boost::beast::buffers_to_string(message.data()));
    }
    return true;
}

}  // namespace

void search_feeds(const std::string& server, storage::store& record, leak_report& report)
{
    const auto since = record.last_event() - events_back;
    std::set<std::pair<std::string, std::string>> stories;
    for (const auto& entry : record.events_after(since, events_max))
        if (stories.size() < stories_max)
            stories.emplace(entry.event.story.site.str(), entry.event.story.story.str());
    for (const auto& [site, story] : stories) {
        const auto target = fmt::format(
            "/api/v1/sites/{}/stories/{}/live?since={}",
            escaped(site),
            escaped(story),
            since);
        if (!search_feed(server, target, report))
            throw std::runtime_error(fmt::format("{} does not open", target));
    }
    if (search_feed(server, "/api/v1/desk/live", report))
        throw std::runtime_error("the desk's feed opens without a session");
}

}  // namespace rejoinder::cli
