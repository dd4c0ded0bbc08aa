#pragma once

#include "server/http/websocket.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace rejoinder::http {

/// One unmasked, unfragmented frame from us to a client (RFC 6455, 5.2): a header of at most ten
/// bytes, and a payload that other sessions may share.
class websocket_frame {
public:
    /// A text message.
    explicit websocket_frame(std::shared_ptr<const std::string> text);

    /// Bytes that are a frame already, or the answer to the upgrade.
    static websocket_frame raw(std::string bytes);

    /// The reason is cut after 123 bytes.
    static websocket_frame close(close_code code, std::string_view reason);

    std::string_view header() const noexcept { return {header_.data(), header_size_}; }
    std::string_view payload() const noexcept { return *payload_; }
    std::size_t size() const noexcept { return header_size_ + payload_->size(); }

private:
    websocket_frame() = default;

    std::array<char, 10> header_{};
    std::uint8_t header_size_ = 0;
    std::shared_ptr<const std::string> payload_;
};

/// Whether these bytes begin a close frame.
bool is_close_frame(std::string_view bytes) noexcept;

}  // namespace rejoinder::http
