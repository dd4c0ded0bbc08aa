#include "server/intake/site.hpp"

#include <boost/url/parse.hpp>
#include <boost/url/url_view.hpp>

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

namespace {

/// Whether the parts read are all of the authority: Boost.URL 1.81 overlooks a port that is no
/// number.
bool is_whole_authority(std::string_view url, const boost::urls::url_view& parsed)
{
    std::string read(parsed.encoded_host());
    if (parsed.has_port())
        read.append(":").append(parsed.port());
    const auto begin = url.find("://") + 3;
    const auto end = std::min(url.find_first_of("/?#", begin), url.size());
    return url.substr(begin, end - begin) == read;
}

}  // namespace

std::string origin_of(std::string_view url)
{
    const auto parsed = boost::urls::parse_uri(url);
    if (!parsed || parsed->encoded_host().empty() || parsed->has_userinfo() ||
        !is_whole_authority(url, *parsed))
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
