#include "moderation/text/regex_set.hpp"

#include "tests/support/catch.hpp"

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
