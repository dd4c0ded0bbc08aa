#include "server/redis/endpoint.hpp"

#include <boost/url/parse.hpp>

#include <charconv>

namespace rejoinder::redis {

std::optional<endpoint> parse_endpoint(std::string_view url)
{
    constexpr std::string_view unix_scheme = "unix://";
    if (url.starts_with(unix_scheme)) {
        const auto path = url.substr(unix_scheme.size());
        if (!path.starts_with('/'))
            return std::nullopt;
        endpoint at;
        at.unix_path = path;
        return at;
    }

    const auto parsed = boost::urls::parse_uri(url);
    if (!parsed || parsed->scheme() != "redis" || parsed->host().empty())
        return std::nullopt;
    endpoint at;
    at.host = parsed->host_address();
    if (parsed->has_port()) {
        at.port = parsed->port_number();
        if (at.port == 0)
            return std::nullopt;
    }
    at.user = parsed->user();
    at.password = parsed->password();

    const std::string path = parsed->path();
    if (path.size() > 1) {
        const auto* end = path.data() + path.size();
        const auto read = std::from_chars(path.data() + 1, end, at.database);
        if (read.ec != std::errc() || read.ptr != end || at.database < 0)
            return std::nullopt;
    }
    return at;
}

}  // namespace rejoinder::redis
