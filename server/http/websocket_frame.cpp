#include "server/http/websocket_frame.hpp"

#include <utility>

namespace rejoinder::http {

namespace {

constexpr char final_text = static_cast<char>(0x81);
constexpr char final_close = static_cast<char>(0x88);
constexpr std::size_t control_payload_max = 125;

}  // namespace

websocket_frame::websocket_frame(std::shared_ptr<const std::string> text)
    : payload_(std::move(text))
{
    const std::uint64_t size = payload_->size();
    header_[0] = final_text;
    std::size_t length_bytes = 0;
    if (size < 126) {
        header_[1] = static_cast<char>(size);
    } else if (size <= 0xFFFF) {
        header_[1] = 126;
        length_bytes = 2;
    } else {
        header_[1] = 127;
        length_bytes = 8;
    }
    for (std::size_t i = 0; i < length_bytes; ++i)
        header_.at(2 + i) = static_cast<char>((size >> (8 * (length_bytes - 1 - i))) & 0xFF);
    header_size_ = static_cast<std::uint8_t>(2 + length_bytes);
}

websocket_frame websocket_frame::raw(std::string bytes)
{
    websocket_frame made;
    made.payload_ = std::make_shared<const std::string>(std::move(bytes));
    return made;
}

websocket_frame websocket_frame::close(close_code code, std::string_view reason)
{
    const auto number = static_cast<std::uint16_t>(code);
    reason = reason.substr(0, control_payload_max - sizeof number);
    std::string bytes;
    bytes += final_close;
    bytes += static_cast<char>(reason.size() + sizeof number);
    bytes += static_cast<char>(number >> 8);
    bytes += static_cast<char>(number & 0xFF);
    bytes += reason;
    return raw(std::move(bytes));
}

bool is_close_frame(std::string_view bytes) noexcept
{
    return !bytes.empty() && bytes[0] == final_close;
}

}  // namespace rejoinder::http
