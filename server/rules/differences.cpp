#include "server/rules/differences.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <string_view>

namespace rejoinder::rules {

namespace {

using nlohmann::json;

/// Every value that is neither object nor list, by its path.
void flatten(const json& value, const std::string& path, std::map<std::string, std::string>& all)
{
    const auto below = path.empty() ? "" : path + '.';
    if (value.is_object() && !value.empty()) {
        for (const auto& [key, inside] : value.items())
            flatten(inside, below + key, all);
    } else if (value.is_array() && !value.empty()) {
        for (std::size_t i = 0; i < value.size(); ++i)
            flatten(value[i], below + std::to_string(i), all);
    } else {
        all[path] = value.dump();
    }
}

std::map<std::string, std::string> flat(const json& value)
{
    std::map<std::string, std::string> all;
    if (!value.empty())
        flatten(value, "", all);
    return all;
}

template <class Map>
std::string value_at(const Map& all, const std::string& key)
{
    const auto found = all.find(key);
    return found == all.end() ? std::string() : found->second;
}

/// The keys of both.
template <class Map>
std::set<std::string> keys_of(const Map& a, const Map& b)
{
    std::set<std::string> keys;
    for (const auto& [key, value] : a)
        keys.insert(key);
    for (const auto& [key, value] : b)
        keys.insert(key);
    return keys;
}

std::vector<std::string> lines_of(std::string_view text)
{
    std::vector<std::string> lines;
    while (!text.empty()) {
        const auto end = std::min(text.find('\n'), text.size());
        lines.emplace_back(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return lines;
}

/// The lines of one text that the other has not, or not as often.
std::vector<std::string> lines_missing(const std::string& in, const std::string& of)
{
    std::map<std::string, int> there;
    for (auto& line : lines_of(in))
        ++there[line];
    std::vector<std::string> missing;
    for (auto& line : lines_of(of))
        if (there[line]-- <= 0)
            missing.push_back(line);
    return missing;
}

}  // namespace

differences differences_between(
    const config::rule_set_bundle& from,
    const config::rule_set_bundle& to)
{
    differences found;
    const auto before = flat(from.rules);
    const auto after = flat(to.rules);
    for (const auto& key : keys_of(before, after)) {
        changed_key changed{key, value_at(before, key), value_at(after, key)};
        if (changed.before != changed.after)
            found.keys.push_back(std::move(changed));
    }
    for (const auto& name : keys_of(from.files, to.files)) {
        const auto old_text = value_at(from.files, name);
        const auto new_text = value_at(to.files, name);
        changed_list changed{
            name,
            lines_missing(new_text, old_text),
            lines_missing(old_text, new_text)};
        if (!changed.removed.empty() || !changed.added.empty())
            found.lists.push_back(std::move(changed));
    }
    return found;
}

}  // namespace rejoinder::rules
