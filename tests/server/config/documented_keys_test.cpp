// Holds config/README.md to the loader: every key is explained, with the values it may have.

#include "moderation/policy.hpp"
#include "server/config/config.hpp"
#include "server/config/json_document.hpp"
#include "server/config/problem.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/temporary_directory.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <map>
#include <regex>
#include <set>

using namespace rejoinder;
using nlohmann::json;

namespace {

std::string text_of(const std::string& file)
{
    std::vector<config::problem> problems;
    auto text = config::read_file(file, problems);
    REQUIRE(problems.empty());
    return text;
}

std::vector<std::string> parts_of(const std::string& path)
{
    std::vector<std::string> parts{""};
    for (const char c : path) {
        if (c == '.')
            parts.emplace_back();
        else
            parts.back() += c;
    }
    return parts;
}

std::string without(std::string text, std::string_view part)
{
    if (const auto at = text.find(part); at != std::string::npos)
        text.erase(at, part.size());
    return text;
}

/// "queue.partitions" and its row, of every table row that begins with a key in backticks.
std::map<std::string, std::string> documented_keys()
{
    const auto text = text_of("config/README.md");
    const std::regex row(R"(\| `([A-Za-z_.\[\]]+)` \|.*)");
    std::map<std::string, std::string> keys;
    for (std::sregex_iterator at(text.begin(), text.end(), row), end; at != end; ++at)
        if (!moderation::reason_from((*at)[1].str()))  // They have a table of their own.
            keys.emplace((*at)[1], at->str());
    return keys;
}

bool is_rule(const std::string& path)
{
    return path.starts_with("filters.") || path.starts_with("policy.") || path == "preset";
}

/// What the loader says of a value that no key allows; empty when it does not know the key.
std::string expectation(const std::string& documented)
{
    auto path = std::regex_replace(documented, std::regex("\\[\\]"), ".0");
    path = std::regex_replace(path, std::regex("\\.ID\\."), ".news.");
    path = std::regex_replace(path, std::regex("REASON"), "flood");
    json value = json::array({json::array()});
    const auto parts = parts_of(path);
    for (auto part = parts.rbegin(); part != parts.rend(); ++part)
        value = *part == "0" ? json::array({value}) : json{{*part, value}};

    const tests::temporary_directory directory;
    directory.write("moderation.json", is_rule(path) ? value.dump() : "{}");
    const auto file =
        directory.write("rejoinder.json", is_rule(path) ? R"({"sites": {"a": {}}})" : value.dump());
    try {
        config::load_config(file);
    } catch (const config::config_error& error) {
        for (const auto& each : error.problems())
            if (each.path == path && !each.expected.starts_with("unknown key"))
                return each.expected;
    }
    return {};
}

/// "filters.words.lists[].file" of every value that is no object.
void add_keys(const json& value, const std::string& path, std::set<std::string>& keys)
{
    if (value.is_array() && !value.empty() && value.front().is_object()) {
        for (const auto& element : value)
            add_keys(element, path + "[]", keys);
    } else if (value.is_object()) {
        for (const auto& [key, inside] : value.items())
            add_keys(inside, path.empty() ? key : path + '.' + key, keys);
    } else if (!value.is_null() && path != "$schema") {
        keys.insert(path);
    }
}

}  // namespace

TEST_CASE("config/README.md explains the keys that the loader knows, and no others", "[config]")
{
    const auto keys = documented_keys();
    REQUIRE(keys.size() > 70);

    for (const auto& [key, row] : keys) {
        CAPTURE(key, row);
        const auto expected = expectation(key);
        REQUIRE_FALSE(expected.empty());
        if (expected.find("number from ") != std::string::npos)
            CHECK(row.find(expected.substr(expected.find("from ") + 5)) != std::string::npos);
        if (expected.starts_with("expected one of "))
            CHECK(row.find(without(expected, "expected one of ")) != std::string::npos);
    }
}

TEST_CASE("config/README.md explains every key of the shipped files", "[config]")
{
    const std::string file =
        GENERATE("config/rejoinder.json", "config/development.json", "config/moderation.json");
    std::set<std::string> shipped;
    add_keys(json::parse(text_of(file), nullptr, true, true), "", shipped);
    const auto documented = documented_keys();
    const std::regex a_site("^sites\\.[a-z0-9-]+\\.");
    const std::regex a_reason("^policy\\.(weights|decisive)\\..*");

    for (auto key : shipped) {
        CAPTURE(key);
        key = std::regex_replace(key, a_site, "sites.ID.");
        CHECK(documented.contains(std::regex_replace(key, a_reason, "policy.$1.REASON")));
    }
}

TEST_CASE("config/README.md names every key that the loader asks for", "[config]")
{
    const std::string source = GENERATE(
        "server/config/load_config.cpp",
        "server/config/load_rule_set.cpp",
        "server/config/read_policy.cpp",
        "server/config/read_filters.cpp",
        "server/config/read_word_lists.cpp",
        "server/config/json_document.cpp");
    const auto text = text_of(source);
    std::set<std::string> named;
    for (const auto& [key, row] : documented_keys()) {
        for (const auto& part : parts_of(without(key, "[]")))
            named.insert(part);
    }
    // find("key"), number("key", …), read_rate(from, "key", …)
    const std::regex asked(R"re(\((?:\w+,\s*)?\s*"([a-z_]+)"[,)])re");

    std::size_t found = 0;
    for (std::sregex_iterator at(text.begin(), text.end(), asked), end; at != end; ++at, ++found) {
        CAPTURE(at->str());
        CHECK(named.contains((*at)[1]));
    }
    CHECK(found > 0);
}

TEST_CASE("config/README.md names weight and decisive verdict of every reason", "[config]")
{
    const auto text = text_of("config/README.md");
    const moderation::policy rules({});
    const auto defaults = rules.effective({});
    for (std::size_t i = 0; i < moderation::reason_count; ++i) {
        const auto reason = static_cast<moderation::reason>(i);
        const auto kind = defaults.decisive[i].value;
        const auto row = fmt::format(
            "| `{}` | {} | {} |",
            moderation::to_string(reason),
            defaults.weights[i].value,
            kind == moderation::verdict_kind::publish ? "" : moderation::to_string(kind));
        CAPTURE(row);
        CHECK(text.find(std::regex_replace(row, std::regex("\\|  \\|"), "| |")) != text.npos);
    }
}
