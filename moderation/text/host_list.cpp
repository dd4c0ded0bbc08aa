#include "moderation/text/host_list.hpp"

#include "moderation/text/host.hpp"
#include "moderation/text/list_lines.hpp"

namespace rejoinder::moderation {

namespace {

bool is_host(std::string_view host)
{
    constexpr std::string_view allowed = "abcdefghijklmnopqrstuvwxyz0123456789-_.";
    return !host.empty() && host.find_first_not_of(allowed) == std::string_view::npos &&
           host.front() != '.' && host.find("..") == std::string_view::npos;
}

}  // namespace

parsed_host_list parse_host_list(std::string_view text)
{
    parsed_host_list parsed;
    each_list_line(text, [&](std::size_t number, std::string_view line) {
        auto host = canonical_host(line);
        if (!is_host(host)) {
            parsed.errors.push_back({number, "not a host: \"" + std::string(line) + "\""});
            return true;
        }
        if (parsed.hosts.size() == word_list_entries_max) {
            parsed.errors.push_back({number, "too many hosts in one list"});
            return false;
        }
        parsed.hosts.insert(std::move(host));
        return true;
    });
    return parsed;
}

std::string_view listed_host(const host_set& hosts, std::string_view host)
{
    // "www.casino.example", then "casino.example", then "example".
    for (;;) {
        if (hosts.contains(host))
            return host;
        const auto dot = host.find('.');
        if (dot == std::string_view::npos)
            return {};
        host.remove_prefix(dot + 1);
    }
}

bool contains_host(const host_set& hosts, std::string_view host)
{
    return !listed_host(hosts, host).empty();
}

}  // namespace rejoinder::moderation
