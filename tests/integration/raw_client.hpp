#pragma once

#include <boost/asio/buffer.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/string_body.hpp>
#include <netinet/in.h>
#include <sys/socket.h>

#include <array>
#include <cstdint>
#include <poll.h>
#include <stdexcept>
#include <string>
#include <string_view>
#include <unistd.h>
#include <utility>

namespace rejoinder::tests {

/// A client that sends bytes as they are and reads what comes, for what no proper client would
/// send. It waits for at most twenty seconds, and then throws.
class raw_client {
public:
    using answer = boost::beast::http::response<boost::beast::http::string_body>;

    struct frame {
        unsigned opcode = 0;  ///< 1 text, 8 close, 9 ping, 10 pong.
        std::string payload;
    };

    explicit raw_client(std::uint16_t port)
        : socket_(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0))
    {
        sockaddr_in at{};
        at.sin_family = AF_INET;
        at.sin_port = htons(port);
        at.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        if (::connect(socket_, reinterpret_cast<const sockaddr*>(&at), sizeof at) != 0) {
            ::close(socket_);
            throw std::runtime_error("nobody listens");
        }
    }
    raw_client(const raw_client&) = delete;
    raw_client& operator=(const raw_client&) = delete;
    ~raw_client() { ::close(socket_); }

    /// Sends all of it, or as much as the server takes before it closes; returns whether all.
    bool send(std::string_view bytes)
    {
        while (!bytes.empty()) {
            wait_for(POLLOUT);
            const auto sent = ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
            if (sent <= 0)
                return false;
            bytes.remove_prefix(static_cast<std::size_t>(sent));
        }
        return true;
    }

    /// A frame as a WebSocket's client sends it; the mask is all zeros. At most 64 KiB.
    void send_frame(unsigned opcode, std::string_view payload)
    {
        std::string bytes(1, static_cast<char>(0x80 | opcode));
        if (payload.size() < 126) {
            bytes += static_cast<char>(0x80 | payload.size());
        } else {
            bytes += static_cast<char>(0x80 | 126);
            bytes += static_cast<char>(payload.size() >> 8);
            bytes += static_cast<char>(payload.size() & 0xFF);
        }
        bytes.append(4, '\0').append(payload);
        send(bytes);
    }

    /// Reads one answer; for one to HEAD, only its header.
    answer read_answer(bool is_head = false)
    {
        boost::beast::http::response_parser<boost::beast::http::string_body> parser;
        parser.eager(true);
        parser.skip(is_head);
        while (!parser.is_done()) {
            boost::system::error_code failure;
            if (!arrived_.empty())
                arrived_.erase(0, parser.put(boost::asio::buffer(arrived_), failure));
            if (failure && failure != boost::beast::http::error::need_more)
                throw std::runtime_error("no answer: " + failure.message());
            if (!parser.is_done())
                require_more();
        }
        return parser.release();
    }

    frame read_frame()
    {
        while (arrived_.size() < 2)
            require_more();
        std::size_t header = 2;
        std::size_t size = byte(1);
        if (size == 126) {
            while (arrived_.size() < 4)
                require_more();
            header = 4;
            size = byte(2) * 256U + byte(3);
        }
        while (arrived_.size() < header + size)
            require_more();
        frame read{byte(0) & 0x0FU, arrived_.substr(header, size)};
        arrived_.erase(0, header + size);
        return read;
    }

    /// Waits until the server has closed the connection, and returns what it sent before. Throws
    /// when it was reset, by which a client may lose what was sent.
    std::string read_to_end()
    {
        while (read_more()) {
        }
        return std::exchange(arrived_, {});
    }

private:
    unsigned byte(std::size_t i) const { return static_cast<unsigned char>(arrived_.at(i)); }

    void wait_for(short event)
    {
        constexpr int longest_ms = 20'000;
        pollfd watched{socket_, event, 0};
        if (::poll(&watched, 1, longest_ms) != 1)
            throw std::runtime_error("the server does nothing");
    }

    bool read_more()
    {
        wait_for(POLLIN);
        std::array<char, 4096> part{};
        const auto size = ::recv(socket_, part.data(), part.size(), 0);
        if (size < 0)
            throw std::runtime_error("the server has reset the connection");
        if (size == 0)
            return false;
        arrived_.append(part.data(), static_cast<std::size_t>(size));
        return true;
    }

    void require_more()
    {
        if (!read_more())
            throw std::runtime_error("the server has closed the connection");
    }

    int socket_;
    std::string arrived_;
};

}  // namespace rejoinder::tests
