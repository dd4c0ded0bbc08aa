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

nlohmann::json shown(const moderation::finding& found, std::string_view text)
{
    return publish::findings_json({found}, {"N\u00e4me", "https://a.example/", text}).at(0);
}

}  // namespace

TEST_CASE("finding json: a place is counted in code points", "[publish]")
{
    // "Ärger 🚢 now": two bytes for Ä, four for the ship.
    const std::string text = "\u00c4rger \U0001F6A2 now";
    const auto ship = shown(found_at(7, 11), text);

    CHECK(ship["start"] == 6);
    CHECK(ship["end"] == 7);
    CHECK(shown(found_at(12, 15), text)["end"] == 11);
}

TEST_CASE("finding json: what does not apply is absent", "[publish]")
{
    auto found = found_at(0, 0);
    CHECK(
        shown(found, "") ==
        nlohmann::json::parse(R"({"reason": "banned_word", "filter": "words", "field": "text",
                                  "start": 0, "end": 0, "weight": 2.5})"));
    found.detail = "entry";
    CHECK(shown(found, "")["detail"] == "entry");
}

TEST_CASE("finding json: a place is counted in its own field", "[publish]")
{
    using moderation::comment_field;
    const auto [field, end] = GENERATE(table<comment_field, int>({
        {comment_field::name, 3},
        {comment_field::website, 4},
        {comment_field::email_domain, 4},
        {comment_field::text, 1},
    }));
    auto found = found_at(0, 4);
    found.field = field;

    CHECK(shown(found, "\U0001F6A2")["end"] == end);
}

TEST_CASE("finding json: a place outside the field stays inside", "[publish]")
{
    CHECK(shown(found_at(2, 90), "abcd")["end"] == 4);
}
