#include "server/model/site_list.hpp"

#include "tests/support/catch.hpp"

using namespace rejoinder::model;

namespace {

site_list sites(std::initializer_list<const char*> ids)
{
    site_list list;
    for (const auto* id : ids)
        list.emplace_back(id);
    return list;
}

}  // namespace

TEST_CASE("site list: an empty one covers every site", "[model]")
{
    CHECK(covers({}, site_id("demo")));
    CHECK(covers(sites({"gazette", "demo"}), site_id("demo")));
    CHECK_FALSE(covers(sites({"gazette"}), site_id("demo")));
    CHECK_FALSE(covers(sites({"gazette"}), site_id("")));
}

TEST_CASE("site list: one covers another where nothing of it is missing", "[model]")
{
    CHECK(covers_all({}, {}));
    CHECK(covers_all({}, sites({"demo"})));
    CHECK_FALSE(covers_all(sites({"demo"}), {}));
    CHECK(covers_all(sites({"demo", "gazette"}), sites({"gazette"})));
    CHECK_FALSE(covers_all(sites({"demo"}), sites({"demo", "gazette"})));
}

TEST_CASE("site list: its text leads back to it", "[model]")
{
    CHECK(to_text({}).empty());
    CHECK(site_list_from("").empty());
    CHECK(to_text(sites({"demo", "the-gazette"})) == "demo the-gazette");
    CHECK(site_list_from("demo the-gazette") == sites({"demo", "the-gazette"}));
}
