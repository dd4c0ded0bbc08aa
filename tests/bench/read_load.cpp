// Asks for one page over many connections that are kept, one request after the other on each, and
// counts the answers. Made to cost less than what it measures: one thread, epoll, large reads.
//
// Usage: read_load SECONDS CONNECTIONS PORT TARGET [HEADER-LINE…]
// Prints {"per_second", "p50_ms", "p99_ms"}. Any answer but 200 and 304 is a failure.

#include <netinet/in.h>
#include <sys/epoll.h>
#include <sys/socket.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <cstdio>
#include <cstring>
#include <stdexcept>
#include <string>
#include <string_view>
#include <unistd.h>
#include <vector>

namespace {

using clock_type = std::chrono::steady_clock;
using std::chrono::microseconds;

constexpr std::size_t read_bytes = 256 * 1024;

[[noreturn]] void fail(const std::string& what)
{
    throw std::runtime_error(what);
}

/// One connection: what of its answer has come.
struct connection {
    int socket = -1;
    std::string head;           ///< Until the blank line has come.
    std::size_t body_left = 0;  ///< From then on.
    bool in_body = false;
    clock_type::time_point asked_at;
};

int connect_to(unsigned short port)
{
    const int made = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in at{};
    at.sin_family = AF_INET;
    at.sin_port = htons(port);
    at.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (made < 0 || ::connect(made, reinterpret_cast<const sockaddr*>(&at), sizeof at) != 0)
        fail("nobody listens");
    return made;
}

std::size_t body_size(std::string_view head)
{
    if (head.starts_with("HTTP/1.1 304"))
        return 0;
    if (!head.starts_with("HTTP/1.1 200"))
        fail("answered " + std::string(head.substr(0, head.find('\r'))));
    constexpr std::string_view name = "content-length: ";
    const auto found =
        std::search(head.begin(), head.end(), name.begin(), name.end(), [](char a, char b) {
            return (a >= 'A' && a <= 'Z' ? a - 'A' + 'a' : a) == b;
        });
    if (found == head.end())
        fail("an answer without Content-Length");
    std::size_t size = 0;
    std::from_chars(&*found + name.size(), head.data() + head.size(), size);
    return size;
}

/// Takes in what has come; returns whether the answer is whole. Nothing comes unasked.
bool take(connection& of, std::string_view bytes)
{
    if (!of.in_body) {
        const auto before = of.head.size();
        of.head.append(bytes.substr(0, 4 * 1024));
        const auto end = of.head.find("\r\n\r\n");
        if (end == std::string::npos)
            return false;
        of.in_body = true;
        of.body_left = body_size(std::string_view(of.head).substr(0, end + 4));
        bytes.remove_prefix(end + 4 - before);
    }
    of.body_left -= std::min(of.body_left, bytes.size());
    return of.body_left == 0;
}

class load {
public:
    load(unsigned short port, int connections, std::string request)
        : epoll_(::epoll_create1(EPOLL_CLOEXEC)),
          request_(std::move(request)),
          all_(static_cast<std::size_t>(connections))
    {
        for (auto& each : all_) {
            each.socket = connect_to(port);
            epoll_event wanted{};
            wanted.events = EPOLLIN;
            wanted.data.ptr = &each;
            if (::epoll_ctl(epoll_, EPOLL_CTL_ADD, each.socket, &wanted) != 0)
                fail("epoll refuses");
        }
    }
    load(const load&) = delete;
    load& operator=(const load&) = delete;
    ~load()
    {
        for (const auto& each : all_)
            ::close(each.socket);
        ::close(epoll_);
    }

    void run(clock_type::duration length)
    {
        const auto began = clock_type::now();
        for (auto& each : all_)
            ask(each);
        std::array<epoll_event, 256> ready{};
        while (clock_type::now() - began < length) {
            const int count = ::epoll_wait(epoll_, ready.data(), ready.size(), 1'000);
            for (int i = 0; i < count; ++i)
                read(*static_cast<connection*>(ready[static_cast<std::size_t>(i)].data.ptr));
        }
        took_ = clock_type::now() - began;
    }

    void print()
    {
        std::sort(took_each_.begin(), took_each_.end());
        const auto share = [this](double part) {
            const auto at = static_cast<double>(took_each_.size() - 1) * part;
            return static_cast<double>(took_each_.at(static_cast<std::size_t>(at)).count()) / 1000;
        };
        const double seconds = std::chrono::duration<double>(took_).count();
        std::printf(
            "{\"per_second\": %.1f, \"p50_ms\": %.3f, \"p99_ms\": %.3f}\n",
            static_cast<double>(took_each_.size()) / seconds,
            share(0.5),
            share(0.99));
    }

private:
    void ask(connection& by)
    {
        by.head.clear();
        by.in_body = false;
        by.asked_at = clock_type::now();
        if (::send(by.socket, request_.data(), request_.size(), MSG_NOSIGNAL) !=
            static_cast<ssize_t>(request_.size()))
            fail("the server has gone");
    }

    void read(connection& by)
    {
        const auto bytes = ::recv(by.socket, buffer_.data(), buffer_.size(), 0);
        if (bytes <= 0)
            fail("the server has closed a connection");
        if (!take(by, {buffer_.data(), static_cast<std::size_t>(bytes)}))
            return;
        took_each_.push_back(
            std::chrono::duration_cast<microseconds>(clock_type::now() - by.asked_at));
        ask(by);
    }

    int epoll_;
    std::string request_;
    std::vector<connection> all_;
    std::vector<char> buffer_ = std::vector<char>(read_bytes);
    std::vector<microseconds> took_each_;
    clock_type::duration took_{};
};

}  // namespace

int main(int argc, char** argv)
{
    if (argc < 5) {
        std::fputs("Usage: read_load SECONDS CONNECTIONS PORT TARGET [HEADER-LINE…]\n", stderr);
        return 2;
    }
    try {
        std::string request = std::string("GET ") + argv[4] + " HTTP/1.1\r\nHost: 127.0.0.1\r\n";
        for (int i = 5; i < argc; ++i)
            request += std::string(argv[i]) + "\r\n";
        request += "\r\n";
        load asking(
            static_cast<unsigned short>(std::stoi(argv[3])),
            std::stoi(argv[2]),
            std::move(request));
        asking.run(std::chrono::seconds(std::stoi(argv[1])));
        asking.print();
    } catch (const std::exception& failure) {
        std::fprintf(stderr, "read_load: %s\n", failure.what());
        return 1;
    }
}
