#include "server/cli/search_answers.hpp"

#include "server/cli/leak_report.hpp"
#include "server/storage/store.hpp"

#include <boost/asio/connect.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/core/tcp_stream.hpp>
#include <boost/beast/http/empty_body.hpp>
#include <boost/beast/http/message.hpp>
#include <boost/beast/http/read.hpp>
#include <boost/beast/http/string_body.hpp>
#include <boost/beast/http/write.hpp>
#include <boost/url/parse.hpp>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <set>
#include <sstream>
#include <stdexcept>
#include <vector>

namespace rejoinder::cli {

namespace {

namespace net = boost::asio;
namespace bhttp = boost::beast::http;

constexpr std::uint64_t answer_bytes_max = 64 * 1024 * 1024;
constexpr int page_size = 200;

/// One connection, kept open, one question at a time.
class asking {
public:
    explicit asking(const std::string& server)
        : stream_(context_)
    {
        const auto url = boost::urls::parse_uri(server);
        if (!url || url->scheme() != "http" || url->host().empty() || !url->has_port())
            throw std::runtime_error("--server: expected http://HOST:PORT");
        host_ = std::string(url->encoded_host_and_port());
        net::ip::tcp::resolver resolver(context_);
        stream_.connect(resolver.resolve(std::string(url->host()), std::string(url->port())));
    }

    /// Head and body as they came.
    std::pair<std::string, std::string> get(const std::string& target)
    {
        bhttp::request<bhttp::empty_body> question(bhttp::verb::get, target, 11);
        question.set(bhttp::field::host, host_);
        bhttp::write(stream_, question);
        bhttp::response_parser<bhttp::string_body> parser;
        parser.body_limit(answer_bytes_max);
        bhttp::read(stream_, buffer_, parser);
        auto answer = parser.release();
        if (answer.result() != bhttp::status::ok)
            throw std::runtime_error(
                fmt::format("GET {} is answered with {}", target, answer.result_int()));
        std::ostringstream head;
        head << answer.base();
        return {head.str(), std::move(answer.body())};
    }

private:
    net::io_context context_;
    boost::beast::tcp_stream stream_;
    boost::beast::flat_buffer buffer_;
    std::string host_;
};

std::string search(asking& server, const std::string& target, leak_report& report)
{
    auto [head, body] = server.get(target);
    report.search("answer to GET " + target, head + body);
    return body;
}

std::string escaped(const std::string& segment)
{
    std::string text;
    for (const unsigned char each : segment)
        text += std::isalnum(each) != 0 ? std::string(1, static_cast<char>(each))
                                        : fmt::format("%{:02X}", each);
    return text;
}

void search_story(asking& server, const model::story_key& key, leak_report& report)
{
    const auto story = fmt::format(
        "/api/v1/sites/{}/stories/{}",
        escaped(key.site.str()),
        escaped(key.story.str()));
    search(server, story, report);
    std::string cursor;
    do {
        const auto query = cursor.empty() ? std::string() : "?cursor=" + escaped(cursor);
        const auto page =
            nlohmann::json::parse(search(server, story + "/comments" + query, report));
        cursor = page["next"].is_string() ? page["next"].get<std::string>() : std::string();
    } while (!cursor.empty());
}

}  // namespace

void search_answers(const std::string& server, storage::store& record, leak_report& report)
{
    asking asked(server);
    search(asked, "/openapi.json", report);
    std::set<std::pair<std::string, std::string>> seen;
    storage::desk_request request;
    request.state = model::comment_state::published;
    request.limit = page_size;
    do {
        const auto page = record.list_for_desk(request);
        if (page.has_error())
            throw std::runtime_error("the record refuses to list its published comments");
        for (const auto& each : page->comments) {
            const auto& key = each.story.key;
            search(asked, "/api/v1/comments/" + each.comment.id.str(), report);
            if (seen.emplace(key.site.str(), key.story.str()).second)
                search_story(asked, key, report);
        }
        request.cursor = page->next;
    } while (!request.cursor.empty());
}

void search_operations(const std::string& server, leak_report& report)
{
    asking asked(server);
    for (const auto* target : {"/healthz", "/readyz", "/metrics"})
        search(asked, target, report);
}

}  // namespace rejoinder::cli
