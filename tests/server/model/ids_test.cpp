#include "server/model/ids.hpp"

#include "server/model/time.hpp"
#include "tests/support/catch.hpp"

#include <string>
#include <type_traits>
#include <unordered_set>

using namespace rejoinder::model;

namespace {

static_assert(!std::is_convertible_v<std::string, comment_id>);
static_assert(!std::is_convertible_v<story_id, comment_id>);
static_assert(!std::is_constructible_v<comment_id, moderator_id>);

std::int64_t milliseconds_of(const comment_id& id)
{
    return std::stoll(id.str().substr(0, 8) + id.str().substr(9, 4), nullptr, 16);
}

}  // namespace

TEST_CASE("ids: a new comment's id is a UUID of version 7 that tells the time", "[model]")
{
    const auto before = now().time_since_epoch().count();
    const auto id = new_comment_id();
    const auto after = now().time_since_epoch().count();

    CHECK(is_uuid(id.str()));
    CHECK(id.str()[14] == '7');
    CHECK(std::string("89ab").find(id.str()[19]) != std::string::npos);
    CHECK(milliseconds_of(id) >= before);
    CHECK(milliseconds_of(id) <= after);
}

TEST_CASE("ids: new ids never repeat", "[model]")
{
    std::unordered_set<comment_id> comments;
    std::unordered_set<moderator_id> moderators;
    for (int i = 0; i < 10'000; ++i) {
        comments.insert(new_comment_id());
        moderators.insert(new_moderator_id());
    }

    CHECK(comments.size() == 10'000);
    CHECK(moderators.size() == 10'000);
}

TEST_CASE("ids: only canonical lower-case text is a UUID", "[model]")
{
    CHECK(is_uuid("0192f0c1-0000-7000-8000-000000000001"));
    CHECK(is_uuid("ffffffff-ffff-ffff-ffff-ffffffffffff"));
    const auto text = GENERATE(
        as<std::string>(),
        "",
        "0192f0c1",
        "0192F0C1-0000-7000-8000-000000000001",
        "0192f0c1000070008000000000000001",
        "{0192f0c1-0000-7000-8000-000000000001}",
        "0192f0c1-0000-7000-8000-00000000000",
        "0192f0c1-0000-7000-8000-0000000000011",
        "0192f0c1-0000-7000-8000-00000000000g",
        "0192f0c1-0000-7000-80000-00000000001",
        "0192f0c1_0000_7000_8000_000000000001",
        "0192f0c1-0000-7000-8000-000000000001\n");

    CHECK_FALSE(is_uuid(text));
}

TEST_CASE("ids: a story is told apart by site and id", "[model]")
{
    const story_key bridge{site_id("news"), story_id("bridge")};
    const std::unordered_set<story_key> known = {bridge};

    CHECK(known.contains({site_id("news"), story_id("bridge")}));
    CHECK_FALSE(known.contains({site_id("blog"), story_id("bridge")}));
    CHECK_FALSE(known.contains({site_id("news"), story_id("tunnel")}));
    CHECK(story_key{site_id("a"), story_id("z")} < story_key{site_id("b"), story_id("a")});
}
