#include "server/config/rule_set_bundle.hpp"

#include "tests/support/catch.hpp"

using namespace rejoinder::config;
using nlohmann::json;

namespace {

rule_set_bundle sample()
{
    return {json::parse(R"({"preset": "strict"})"), {{"a.txt", "one\n"}, {"b.txt", "zwei\n"}}};
}

}  // namespace

TEST_CASE("rule set bundle: text and back", "[config][rules]")
{
    CHECK(bundle_from(to_text(sample())) == sample());
    CHECK(bundle_from(R"({"rules": {}})") == rule_set_bundle());
}

TEST_CASE("rule set bundle: what is none", "[config][rules]")
{
    const std::string text = GENERATE(
        as<std::string>(),
        "",
        "[]",
        R"({"files": {}})",
        R"({"rules": []})",
        R"({"rules": {}, "files": []})",
        R"({"rules": {}, "files": {"a": 1}})");
    CHECK_FALSE(bundle_from(text));
}

TEST_CASE("rule set bundle: the version is that of rules and lists", "[config][rules]")
{
    const auto version = sample().version();
    CHECK(version.size() == 12);
    CHECK(sample().version() == version);

    auto changed = sample();
    changed.rules["preset"] = "relaxed";
    CHECK(changed.version() != version);
    changed = sample();
    changed.files["a.txt"] = "two\n";
    CHECK(changed.version() != version);
    changed = sample();
    changed.files = {{"a.txt", "one\nb.txt"}, {"", "zwei\n"}};
    CHECK(changed.version() != version);
}
