#include "server/publish/finding_json.hpp"

#include "tests/support/catch.hpp"

#include <nlohmann/json.hpp>

using namespace rejoinder;

namespace {

moderation::finding found_at(std::size_t begin, std::size_t end)
{
    moderation::finding found;
    found.reason = moderation::reason::banned_word;
    found.span = {begin, end};
    found.filter = "words";
    found.weight = 2.5;
    return found;
}

}  // namespace

TEST_CASE("finding json: a place is counted in code points", "[publish]")
{
    // "Ärger 🚢 now": two bytes for Ä, four for the ship.
    const std::string text = "\u00c4rger \U0001F6A2 now";
    const auto json = publish::finding_json(found_at(7, 11), text);

    CHECK(json["start"] == 6);
    CHECK(json["end"] == 7);
    CHECK(publish::finding_json(found_at(12, 15), text)["end"] == 11);
}

TEST_CASE("finding json: what does not apply is absent", "[publish]")
{
    auto found = found_at(0, 0);
    CHECK(
        publish::finding_json(found, "") ==
        nlohmann::json::parse(R"({"reason": "banned_word", "filter": "words", "field": "text",
                                  "start": 0, "end": 0, "weight": 2.5})"));
    found.detail = "entry";
    CHECK(publish::finding_json(found, "")["detail"] == "entry");
}

TEST_CASE("finding json: a place outside the field stays inside", "[publish]")
{
    CHECK(publish::finding_json(found_at(2, 90), "abcd")["end"] == 4);
}
