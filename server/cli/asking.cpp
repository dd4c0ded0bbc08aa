#include "server/cli/asking.hpp"

#include <boost/asio/connect.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/beast/http/empty_body.hpp>
#include <boost/beast/http/message.hpp>
#include <boost/beast/http/read.hpp>
#include <boost/beast/http/string_body.hpp>
#include <boost/beast/http/write.hpp>
#include <boost/url/parse.hpp>
#include <fmt/format.h>

#include <cctype>
#include <sstream>
#include <stdexcept>
#include <utility>

namespace rejoinder::cli {

namespace {

namespace net = boost::asio;
namespace bhttp = boost::beast::http;

constexpr std::uint64_t answer_bytes_max = 64 * 1024 * 1024;

}  // namespace

asking::asking(const std::string& server)
    : stream_(context_)
{
    const auto url = boost::urls::parse_uri(server);
    if (!url || url->scheme() != "http" || url->host().empty() || !url->has_port())
        throw std::runtime_error("--server: expected http://HOST:PORT");
    host_ = std::string(url->encoded_host_and_port());
    name_ = std::string(url->host());
    port_ = std::string(url->port());
    connect();
}

void asking::connect()
{
    net::ip::tcp::resolver resolver(context_);
    buffer_.clear();
    stream_.connect(resolver.resolve(name_, port_));
}

told asking::ask(bhttp::verb method, const std::string& target, std::string body)
{
    bhttp::request<bhttp::string_body> question(method, target, 11);
    question.set(bhttp::field::host, host_);
    if (!body.empty())
        question.set(bhttp::field::content_type, "application/json");
    question.body() = std::move(body);
    question.prepare_payload();
    bhttp::write(stream_, question);

    bhttp::response_parser<bhttp::string_body> parser;
    parser.body_limit(answer_bytes_max);
    bhttp::read(stream_, buffer_, parser);
    auto answer = parser.release();
    if (!answer.keep_alive()) {
        stream_.close();
        connect();
    }
    std::ostringstream head;
    head << answer.base();
    return {answer.result_int(), head.str(), std::move(answer.body())};
}

told asking::get(const std::string& target)
{
    auto answer = ask(bhttp::verb::get, target);
    if (answer.status != 200)
        throw std::runtime_error(fmt::format("GET {} is answered with {}", target, answer.status));
    return answer;
}

std::string escaped(std::string_view segment)
{
    std::string text;
    for (const unsigned char each : segment)
        text += std::isalnum(each) != 0 ? std::string(1, static_cast<char>(each))
                                        : fmt::format("%{:02X}", each);
    return text;
}

}  // namespace rejoinder::cli
