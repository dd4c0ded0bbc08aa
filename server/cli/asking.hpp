#pragma once

#include <boost/asio/io_context.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/core/tcp_stream.hpp>
#include <boost/beast/http/verb.hpp>

#include <string>
#include <string_view>

namespace rejoinder::cli {

/// An answer as it came.
struct told {
    unsigned status = 0;
    std::string head;
    std::string body;
};

/// Asks a server (http://HOST:PORT), one question at a time over one connection that is kept open.
class asking {
public:
    /// Throws std::runtime_error where the address is none, and what Asio throws where nobody
    /// listens.
    explicit asking(const std::string& server);

    /// Whatever the answer is. A body is sent as JSON.
    told ask(boost::beast::http::verb method, const std::string& target, std::string body = {});

    /// Throws std::runtime_error for an answer that is not 200.
    told get(const std::string& target);

private:
    void connect();

    boost::asio::io_context context_;
    boost::beast::tcp_stream stream_;
    boost::beast::flat_buffer buffer_;
    std::string host_;
    std::string name_;
    std::string port_;
};

/// A segment of a path, or a value of a query, that may hold anything.
std::string escaped(std::string_view segment);

}  // namespace rejoinder::cli
