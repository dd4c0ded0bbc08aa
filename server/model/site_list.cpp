#include "server/model/site_list.hpp"

#include <algorithm>
#include <sstream>

namespace rejoinder::model {

bool covers(const site_list& sites, const site_id& site)
{
    return sites.empty() || std::ranges::find(sites, site) != sites.end();
}

bool covers_all(const site_list& sites, const site_list& other)
{
    if (sites.empty() || other.empty())
        return sites.empty();
    return std::ranges::all_of(other, [&](const site_id& site) { return covers(sites, site); });
}

std::string to_text(const site_list& sites)
{
    std::string text;
    for (const auto& site : sites)
        text.append(text.empty() ? "" : " ").append(site.str());
    return text;
}

site_list site_list_from(std::string_view text)
{
    std::istringstream words{std::string(text)};
    site_list sites;
    for (std::string word; words >> word;)
        sites.emplace_back(word);
    return sites;
}

}  // namespace rejoinder::model
