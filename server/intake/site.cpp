#include "server/intake/site.hpp"

#include <boost/url/parse.hpp>

#include <algorithm>
#include <utility>

namespace rejoinder::intake {

bool site::owns(std::string_view url, std::string_view own_origin) const
{
    const auto origin = origin_of(url);
    if (origin.empty())
        return false;
    return (is_served_by_us && origin == own_origin) ||
           std::find(origins.begin(), origins.end(), origin) != origins.end();
}

void site_directory::add(site added)
{
    auto id = added.id;
    sites_.insert_or_assign(std::move(id), std::move(added));
}

const site* site_directory::find(const model::site_id& id) const
{
    const auto found = sites_.find(id);
    return found == sites_.end() ? nullptr : &found->second;
}

std::string origin_of(std::string_view url)
{
    const auto parsed = boost::urls::parse_uri(url);
    if (!parsed || parsed->encoded_host().empty() || parsed->has_userinfo())
        return {};
    std::string scheme(parsed->scheme());
    std::string host(parsed->encoded_host());
    const auto lower = [](char c) {
        return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
    };
    std::transform(scheme.begin(), scheme.end(), scheme.begin(), lower);
    std::transform(host.begin(), host.end(), host.begin(), lower);
    if (scheme != "http" && scheme != "https")
        return {};
    std::string origin = scheme + "://" + host;
    const bool default_port = (scheme == "http" && parsed->port() == "80") ||
                              (scheme == "https" && parsed->port() == "443");
    if (parsed->has_port() && !parsed->port().empty() && !default_port)
        origin.append(":").append(parsed->port());
    return origin;
}

}  // namespace rejoinder::intake
