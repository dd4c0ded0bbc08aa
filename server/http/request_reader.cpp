#include "server/http/request_reader.hpp"

#include <boost/beast/core/string.hpp>
#include <boost/beast/http/error.hpp>
#include <boost/beast/websocket/rfc6455.hpp>

#include <algorithm>
#include <iterator>
#include <string>
#include <utility>

namespace rejoinder::http {

namespace {

namespace bhttp = boost::beast::http;
using boost::system::error_code;

constexpr std::string_view line_end = "\r\n";
constexpr std::string_view header_end = "\r\n\r\n";

constexpr std::string_view last_chunk = "0\r\n\r\n";

std::string_view view(boost::beast::string_view text)
{
    return {text.data(), text.size()};
}

std::string_view view(const request_reader::buffer& arrived)
{
    return {static_cast<const char*>(arrived.data().data()), arrived.size()};
}

// A header line that continues the one before it (obs-fold): Beast would join the two, a proxy may
// not have.
bool has_folded_line(std::string_view head)
{
    for (auto at = head.find('\n'); at + 1 < head.size(); at = head.find('\n', at + 1))
        if (head[at + 1] == ' ' || head[at + 1] == '\t')
            return true;
    return false;
}

// "5, 5" is one length to Beast and an error to others.
bool is_number(boost::beast::string_view text)
{
    return !text.empty() &&
           std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

// Beast asserts that as much as the shortest end of a chunked body is there once it has seen the
// last chunk's line, whatever pieces it came in.
bool is_part_of_last_chunk(std::string_view text)
{
    const auto first = text.find_first_not_of(line_end);
    return text.size() < last_chunk.size() && first != std::string_view::npos && text[first] == '0';
}

std::size_t count_fields(const bhttp::fields& fields)
{
    return static_cast<std::size_t>(std::distance(fields.begin(), fields.end()));
}

// Some proxies append to the line that the client sent, others add one of their own (RFC 9110,
// 5.3): what they wrote is the end either way.
std::string forwarded_for(const header_list& headers)
{
    std::string joined;
    for (const auto& field : headers)
        if (same_token(field.name, "X-Forwarded-For"))
            joined.append(joined.empty() ? "" : ",").append(field.value);
    return joined;
}

status status_of(const error_code& failure)
{
    if (failure == bhttp::error::header_limit)
        return status::request_header_fields_too_large;
    if (failure == bhttp::error::body_limit)
        return status::payload_too_large;
    return status::bad_request;
}

}  // namespace

request_reader::request_reader(const limits& bounds)
    : bounds_(bounds)
{
}

request_reader::progress request_reader::refuse(status code) noexcept
{
    refusal_ = code;
    return progress::refused;
}

void request_reader::next()
{
    parser_.reset();
    searched_ = 0;
}

request_reader::progress request_reader::read_head(buffer& arrived)
{
    // RFC 9112, 2.2: an empty line before a request is skipped.
    while (view(arrived).starts_with(line_end))
        arrived.consume(line_end.size());

    const auto text = view(arrived);
    const auto end = text.find(header_end, searched_);
    const auto head = text.substr(0, end == std::string_view::npos ? end : end + header_end.size());
    if (head.size() > bounds_.header_bytes_max)
        return refuse(status::request_header_fields_too_large);
    if (end == std::string_view::npos) {
        searched_ = text.size() - std::min(text.size(), header_end.size() - 1);
        return progress::need_more;
    }
    if (has_folded_line(head))
        return refuse(status::bad_request);

    parser_.emplace();
    parser_->header_limit(static_cast<std::uint32_t>(bounds_.header_bytes_max + 1));
    parser_->body_limit(bounds_.body_bytes_max);
    error_code failure;
    const auto used = parser_->put(boost::asio::buffer(head.data(), head.size()), failure);
    if (failure)
        return refuse(status_of(failure));
    arrived.consume(used);
    return check_head();
}

request_reader::progress request_reader::check_head()
{
    const auto& head = parser_->get();
    if (!parser_->is_header_done() || head.version() < 10 || head.version() > 11)
        return refuse(status::bad_request);

    const auto lengths = head.count(bhttp::field::content_length);
    const auto codings = head.count(bhttp::field::transfer_encoding);
    if (lengths + codings > 1)
        return refuse(status::bad_request);
    if (lengths == 1 && !is_number(head[bhttp::field::content_length]))
        return refuse(status::bad_request);
    // Anything but "chunked" alone is a coding that Beast would leave undecoded.
    if (codings == 1 && (head.version() < 11 ||
                         !boost::beast::iequals(head[bhttp::field::transfer_encoding], "chunked")))
        return refuse(status::bad_request);

    const auto hosts = head.count(bhttp::field::host);
    if (hosts > 1 || (hosts == 0 && head.version() == 11))
        return refuse(status::bad_request);
    if (head.count(bhttp::field::content_encoding) > 0)
        return refuse(status::unsupported_media_type);
    if (head.version() == 11 && head.count(bhttp::field::expect) > 0 && !expects_continue())
        return refuse(status::expectation_failed);
    fields_ = count_fields(head);
    return progress::done;
}

request_reader::progress request_reader::read_body(buffer& arrived)
{
    while (!parser_->is_done()) {
        if (arrived.size() == 0 || (parser_->chunked() && is_part_of_last_chunk(view(arrived))))
            return progress::need_more;
        error_code failure;
        const auto used = parser_->put(arrived.data(), failure);
        arrived.consume(used);
        // All that can be left over is the line before a chunk, or a trailer.
        if (arrived.size() > bounds_.header_bytes_max && failure == bhttp::error::need_more)
            return refuse(status::request_header_fields_too_large);
        if (failure == bhttp::error::need_more)
            return progress::need_more;
        if (failure)
            return refuse(status_of(failure));
    }
    // Beast puts a trailer among the header fields, where it would pass for what a proxy wrote.
    return count_fields(parser_->get()) == fields_ ? progress::done : refuse(status::bad_request);
}

bool request_reader::expects_continue() const
{
    const auto& head = parser_->get();
    return head.version() == 11 &&
           boost::beast::iequals(head[bhttp::field::expect], "100-continue");
}

bool request_reader::wants_websocket() const
{
    return boost::beast::websocket::is_upgrade(parser_->get());
}

std::string_view request_reader::target() const
{
    return view(parser_->get().target());
}

std::string_view request_reader::field(bhttp::field name) const
{
    return view(parser_->get()[name]);
}

std::optional<request> request_reader::take_request(
    const net::ip::address& peer,
    const networks& trusted)
{
    auto& message = parser_->get();
    auto target = parse_target(view(message.target()));
    if (!target || message.method() == verb::unknown)
        return std::nullopt;

    request asked;
    asked.method = message.method();
    asked.target = std::move(*target);
    for (const auto& field : message)
        asked.headers.add(std::string(view(field.name_string())), std::string(view(field.value())));
    asked.client = find_client(peer, forwarded_for(asked.headers), trusted);
    asked.is_tls =
        contains(trusted, peer) && same_token(asked.header("X-Forwarded-Proto"), "https");
    asked.body = std::move(message.body());
    return asked;
}

upgrade_request request_reader::take_upgrade()
{
    auto& message = parser_->get();
    upgrade_request head;
    static_cast<bhttp::request_header<>&>(head) = std::move(message.base());
    return head;
}

}  // namespace rejoinder::http
