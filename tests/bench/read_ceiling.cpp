// The least that a Beast program can do to answer a page: the bare limit that `tests/bench/run.sh
// read` holds the server against. One thread, one acceptor; parse the request, write bytes that
// were made beforehand. No routes, no limits, no deadlines, no metrics.
//
// Usage: read_ceiling PORT DIRECTORY
// DIRECTORY holds whole answers, header and all: "identity", "gzip" and "not-modified".

#include "server/async/task_group.hpp"

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http/empty_body.hpp>
#include <boost/beast/http/parser.hpp>

#include <cstdio>
#include <exception>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>

namespace {

namespace net = boost::asio;
namespace bhttp = boost::beast::http;
using boost::system::error_code;
using net::ip::tcp;

constexpr std::size_t read_bytes = 8 * 1024;
constexpr auto tuple = net::as_tuple(net::use_awaitable);

struct answers {
    std::string identity;
    std::string gzip;
    std::string not_modified;

    const std::string& choose(const bhttp::request_header<>& asked) const
    {
        if (asked.count(bhttp::field::if_none_match) > 0)
            return not_modified;
        return asked.count(bhttp::field::accept_encoding) > 0 ? gzip : identity;
    }
};

std::string read_file(const std::filesystem::path& path)
{
    std::ifstream file(path, std::ios::binary);
    if (!file)
        throw std::runtime_error(path.string() + " cannot be read");
    return {std::istreambuf_iterator<char>(file), {}};
}

net::awaitable<void> serve(tcp::socket socket, const answers& ready)
{
    boost::beast::flat_buffer arrived;
    for (;;) {
        std::optional<bhttp::request_parser<bhttp::empty_body>> parser(std::in_place);
        while (!parser->is_done()) {
            error_code failure;
            if (arrived.size() > 0)
                arrived.consume(parser->put(arrived.data(), failure));
            if (failure && failure != bhttp::error::need_more)
                co_return;
            if (parser->is_done())
                break;
            const auto [gone, bytes] =
                co_await socket.async_read_some(arrived.prepare(read_bytes), tuple);
            if (gone)
                co_return;
            arrived.commit(bytes);
        }
        const auto& answer = ready.choose(parser->get());
        const auto [gone, written] = co_await net::async_write(socket, net::buffer(answer), tuple);
        if (gone)
            co_return;
    }
}

net::awaitable<void> listen(
    tcp::acceptor acceptor,
    const answers& ready,
    rejoinder::async::task_group& tasks)
{
    for (;;) {
        auto socket = co_await acceptor.async_accept(net::use_awaitable);
        socket.set_option(tcp::no_delay(true));
        tasks.spawn(acceptor.get_executor(), serve(std::move(socket), ready), "serve");
    }
}

}  // namespace

int main(int argc, char** argv)
{
    if (argc != 3) {
        std::fputs("Usage: read_ceiling PORT DIRECTORY\n", stderr);
        return 2;
    }
    try {
        const std::filesystem::path directory(argv[2]);
        const answers ready{
            read_file(directory / "identity"),
            read_file(directory / "gzip"),
            read_file(directory / "not-modified")};
        net::io_context context(1);
        const tcp::endpoint here(
            net::ip::address_v4::loopback(),
            static_cast<unsigned short>(std::stoi(argv[1])));
        rejoinder::async::task_group tasks([](std::string_view what, const std::exception_ptr&) {
            std::fprintf(stderr, "read_ceiling: %s failed\n", std::string(what).c_str());
        });
        tasks.spawn(
            context.get_executor(),
            listen(tcp::acceptor(context, here), ready, tasks),
            "listen");
        context.run();
    } catch (const std::exception& failure) {
        std::fprintf(stderr, "read_ceiling: %s\n", failure.what());
        return 1;
    }
}
