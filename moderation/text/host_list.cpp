#include "moderation/text/host_list.hpp"

#include "moderation/text/host.hpp"

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
    constexpr std::string_view blanks = " \t\r";
    parsed_host_list parsed;
    for (std::size_t number = 1; !text.empty(); ++number) {
        const auto end = text.find('\n');
        auto line = text.substr(0, end);
        text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);

        line = line.substr(0, line.find('#'));
        const auto begin = line.find_first_not_of(blanks);
        if (begin == std::string_view::npos)
            continue;
        line = line.substr(begin, line.find_last_not_of(blanks) - begin + 1);

        auto host = canonical_host(line);
        if (!is_host(host)) {
            parsed.errors.push_back({number, "not a host: \"" + std::string(line) + "\""});
            continue;
        }
        if (parsed.hosts.size() == word_list_entries_max) {
            parsed.errors.push_back({number, "too many hosts in one list"});
            break;
        }
        parsed.hosts.insert(std::move(host));
    }
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
