#include "server/routes/desk_query.hpp"

#include <algorithm>
#include <charconv>

namespace rejoinder::routes {

std::optional<model::timestamp> time_from(std::string_view text)
{
    const auto moment = model::from_rfc3339(text);
    return moment || text.size() > 10 ? moment : model::day_of_rfc3339(text);
}

bool read_time(const http::request& request, const char* name, std::optional<model::timestamp>& to)
{
    const auto text = request.query(name);
    if (!text)
        return true;
    to = time_from(*text);
    return to.has_value();
}

bool read_limit(const http::request& request, int most, int& to)
{
    const auto text = request.query("limit");
    if (!text)
        return true;
    const auto* const end = text->data() + text->size();
    const auto read = std::from_chars(text->data(), end, to);
    if (read.ec != std::errc() || read.ptr != end || to < 1)
        return false;
    to = std::min(to, most);
    return true;
}

std::vector<std::string> listed(std::string_view text)
{
    std::vector<std::string> parts;
    while (!text.empty()) {
        const auto comma = text.find(',');
        if (comma != 0)
            parts.emplace_back(text.substr(0, comma));
        text.remove_prefix(comma == std::string_view::npos ? text.size() : comma + 1);
    }
    return parts;
}

void keep_to_sites(std::vector<std::string>& wanted, const model::site_list& seen)
{
    if (seen.empty())
        return;
    if (wanted.empty())
        for (const auto& site : seen)
            wanted.push_back(site.str());
    std::erase_if(wanted, [&](const std::string& site) {
        return !model::covers(seen, model::site_id(site));
    });
    if (wanted.empty())
        wanted.emplace_back(" ");  // No site can be called so; no list at all would mean all.
}

}  // namespace rejoinder::routes
