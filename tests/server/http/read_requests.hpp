#pragma once

#include "server/http/request_reader.hpp"

#include <boost/asio/buffer.hpp>

#include <optional>
#include <string>
#include <string_view>

namespace rejoinder::tests {

inline void append(http::request_reader::buffer& arrived, std::string_view text)
{
    const auto room = arrived.prepare(text.size());
    arrived.commit(http::net::buffer_copy(room, http::net::buffer(text.data(), text.size())));
}

/// Reads one request, header and body, as far as the bytes go.
inline http::request_reader::progress read(
    http::request_reader& reader,
    http::request_reader::buffer& arrived)
{
    const auto head = reader.read_head(arrived);
    return head == http::request_reader::progress::done ? reader.read_body(arrived) : head;
}

/// The request as a direct client sent it.
inline std::optional<http::request> take(http::request_reader& reader)
{
    return reader.take_request(http::net::ip::make_address("192.0.2.1"), {});
}

/// "taken", "waits" or the status that refuses these bytes.
inline std::string outcome(std::string_view text, const http::limits& bounds = {})
{
    http::request_reader reader(bounds);
    http::request_reader::buffer arrived;
    append(arrived, text);
    switch (read(reader, arrived)) {
    case http::request_reader::progress::done:
        return take(reader) ? "taken" : "not understood";
    case http::request_reader::progress::need_more:
        return "waits";
    case http::request_reader::progress::refused:
        break;
    }
    return std::to_string(static_cast<unsigned>(reader.refusal()));
}

}  // namespace rejoinder::tests
