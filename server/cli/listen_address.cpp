#include "server/cli/listen_address.hpp"

#include <boost/asio/ip/address.hpp>

#include <charconv>

namespace rejoinder::cli {

std::optional<listen_address> parse_listen_address(std::string_view text)
{
    const auto colon = text.rfind(':');
    if (colon == std::string_view::npos)
        return std::nullopt;
    auto host = text.substr(0, colon);
    const auto port = text.substr(colon + 1);

    listen_address at;
    const auto* const end = port.data() + port.size();
    const auto read = std::from_chars(port.data(), end, at.port);
    if (read.ec != std::errc() || read.ptr != end)
        return std::nullopt;
    const bool bracketed = host.size() > 2 && host.front() == '[' && host.back() == ']';
    if (bracketed)
        host = host.substr(1, host.size() - 2);
    at.address = host;

    boost::system::error_code failure;
    const auto address = boost::asio::ip::make_address(at.address, failure);
    if (failure || address.is_v6() != bracketed)
        return std::nullopt;
    return at;
}

}  // namespace rejoinder::cli
