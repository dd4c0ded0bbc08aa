#include "moderation/text/regex_set.hpp"

#include "tests/support/catch.hpp"

#include <re2/re2.h>

#include <algorithm>

using namespace rejoinder::moderation;

namespace {

std::vector<std::string> find(const std::vector<std::string>& patterns, std::string_view text)
{
    std::vector<regex_hit> hits;
    regex_set(patterns).find(text, hits);
    std::vector<std::string> found;
    for (const auto& hit : hits)
        found.push_back(
            std::to_string(hit.pattern) + ":" +
            std::string(text.substr(hit.begin, hit.end - hit.begin)));
    std::sort(found.begin(), found.end());
    return found;
}

/// Each pattern alone, without any preparation.
std::vector<std::string> find_slowly(
    const std::vector<std::string>& patterns,
    std::string_view text)
{
    RE2::Options options;
    options.set_case_sensitive(false);
    std::vector<std::string> found;
    for (std::size_t i = 0; i < patterns.size(); ++i) {
        const RE2 pattern(patterns[i], options);
        const re2::StringPiece all(text.data(), text.size());
        re2::StringPiece match;
        for (std::size_t from = 0;
             from < text.size() &&
             pattern.Match(all, from, text.size(), RE2::UNANCHORED, &match, 1);) {
            const auto end = static_cast<std::size_t>(match.end() - text.data());
            if (!match.empty())
                found.push_back(std::to_string(i) + ":" + std::string(match.data(), match.size()));
            from = match.empty() ? end + 1 : end;
        }
    }
    std::sort(found.begin(), found.end());
    return found;
}

}  // namespace

TEST_CASE("regex set: every place of every pattern", "[moderation][regex_set]")
{
    CHECK(find({"a+", "b"}, "aab xa") == std::vector<std::string>{"0:a", "0:aa", "1:b"});
    CHECK(find({"A"}, "a") == std::vector<std::string>{"0:a"});
    CHECK(find({"a"}, "").empty());
    CHECK(find({}, "a").empty());
    CHECK(find({"^a"}, "aa") == std::vector<std::string>{"0:a"});
}

TEST_CASE("regex set: places of one pattern are bounded", "[moderation][regex_set]")
{
    CHECK(find({"a"}, std::string(1'000, 'a')).size() == regex_hits_max);
}

TEST_CASE("regex set: a pattern that cannot be used is named", "[moderation][regex_set]")
{
    const auto faulty = [](const std::vector<std::string>& patterns) {
        try {
            const regex_set set(patterns);
        } catch (const regex_error& error) {
            return static_cast<int>(error.pattern);
        }
        return -1;
    };
    CHECK(faulty({"a", "b("}) == 1);
    CHECK(faulty({"a", "b", "c*"}) == 2);
    CHECK(faulty({"(a)\\1"}) == 0);  // not linear
    CHECK(faulty({"a"}) == -1);
}

TEST_CASE("regex set: looking for letters first changes nothing", "[moderation][regex_set]")
{
    const std::vector<std::string> patterns = {
        "subscribe",
        "\\bsubs(?:cribe|cribers?)?\\b.{0,10}\\b(?:channel|page)\\b",
        "a.c",     // nothing long enough to look for
        "\\d{3}",  // no letters at all
        "^one",
        "end$",
        "(?:short|x)y",   // one way with, one without
        "CHANNEL|Video",  // written in capitals
        "caf\u00E9s?",
        "\u0434\u0440\u0443\u0433(?:\u0430|\u043E\u043C)",
        "\\x{6f}ne more",
        "[ck]ool(?:est)? thing",
        "(?i)plain words",
        "(?:many|most)+ people",
    };
    const std::string_view texts[] = {
        "one more to subscribe to my channel: 123 of them",
        "subscribers of this page, and of no other channel",
        "a video at the end",
        "xy shorty xyz abc a-c 99 100",
        "caf\u00E9 cafe \u0434\u0440\u0443\u0433\u043E\u043C \u0434\u0440\u0443\u0433",
        "the coolest thing, a kool thing, plain words for manymost people",
        "nothing of all that",
        "end",
    };
    for (const auto text : texts) {
        CAPTURE(text);
        CHECK(find(patterns, text) == find_slowly(patterns, text));
        for (const auto& pattern : patterns)
            CHECK(find({pattern}, text) == find_slowly({pattern}, text));
    }
}

TEST_CASE("regex set: letters that cannot be looked for are no obstacle", "[moderation][regex_set]")
{
    const std::vector<std::string> patterns = {std::string(20, '\0'), "subscribe"};
    const std::string text = "subscribe " + std::string(21, '\0');

    CHECK(find(patterns, text) == find_slowly(patterns, text));
    CHECK(find(patterns, text).size() == 2);
}
