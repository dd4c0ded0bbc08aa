#include "server/http/limits.hpp"
#include "server/http/request_reader.hpp"
#include "tests/fuzz/promise.hpp"
#include "tests/fuzz/targets.hpp"

#include <boost/asio/buffer.hpp>

#include <algorithm>
#include <string>
#include <vector>

namespace rejoinder::fuzz {

namespace {

using http::request_reader;

http::limits small_limits()
{
    http::limits limits;
    limits.header_bytes_max = 1'000;
    limits.body_bytes_max = 500;
    return limits;
}

void append(request_reader::buffer& arrived, std::string_view bytes)
{
    const auto room = arrived.prepare(bytes.size());
    arrived.commit(boost::asio::buffer_copy(room, boost::asio::buffer(bytes.data(), bytes.size())));
}

std::string told(const http::request& asked)
{
    std::string text = std::to_string(static_cast<int>(asked.method));
    for (const auto& segment : asked.target.segments) {
        promise(is_valid_utf8(segment), "a path is UTF-8");
        promise(segment.find('\0') == std::string::npos, "a path holds no NUL");
        text += "/" + segment;
    }
    for (const auto& [name, value] : asked.target.query)
        text += "&" + name + "=" + value;
    for (const auto& field : asked.headers) {
        promise(
            field.value.find_first_of(std::string_view("\r\n\0", 3)) == std::string::npos,
            "a header field is one line");
        text += "\n" + field.name + ":" + field.value;
    }
    text += asked.own_origin();
    text += std::string(asked.content_type());
    return text + "\n\n" + asked.body;
}

/// The requests that the bytes are when they arrive in such pieces. What ends them, a refusal or
/// waiting for more, may differ: Beast counts a chunk whose extension is broken by its attempts.
std::vector<std::string> requests_in(std::string_view bytes, std::size_t piece)
{
    static const auto limits = small_limits();
    static const auto peer = boost::asio::ip::make_address("192.0.2.1");
    static const http::networks trusted = {*http::network::parse("192.0.2.0/24")};
    request_reader reader(limits);
    request_reader::buffer arrived;
    std::vector<std::string> all;
    bool has_head = false;
    for (std::size_t at = 0; at <= bytes.size(); at += piece) {
        append(arrived, bytes.substr(at, piece));
        for (;;) {
            auto state = has_head ? request_reader::progress::done : reader.read_head(arrived);
            if (state == request_reader::progress::done) {
                has_head = true;
                state = reader.read_body(arrived);
            }
            if (state == request_reader::progress::refused) {
                promise(static_cast<unsigned>(reader.refusal()) >= 400, "a refusal is an error");
                return all;
            }
            if (state == request_reader::progress::need_more)
                break;
            const auto asked = reader.take_request(peer, trusted);
            if (!asked)
                return all;
            promise(asked->body.size() <= limits.body_bytes_max, "a body is within its limit");
            all.push_back(told(*asked));
            reader.next();
            has_head = false;
        }
    }
    return all;
}

}  // namespace

void http_request(std::string_view bytes)
{
    const auto at_once = requests_in(bytes, bytes.size() + 1);
    const auto one_by_one = requests_in(bytes, 1);
    const auto in_sevens = requests_in(bytes, 7);
    promise(at_once == one_by_one, "how bytes are cut does not change a request");
    promise(at_once == in_sevens, "how bytes are cut does not change a request");
}

}  // namespace rejoinder::fuzz
