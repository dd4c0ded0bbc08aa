#include "server/storage/store.hpp"
#include "tests/server/storage/fresh_store.hpp"
#include "tests/support/catch.hpp"

using namespace rejoinder;
using rejoinder::tests::fresh_store;

namespace {

model::rule_set_version version(const std::string& name, int hour)
{
    return {
        name,
        R"({"rules": {}})",
        "flood words",
        "Mo",
        "note of " + name,
        *model::from_rfc3339("2026-10-01T00:00:00.000Z") + std::chrono::hours(hour)};
}

model::rule_set_activation activation(const std::string& name)
{
    return {0, name, "Mo", "why", *model::from_rfc3339("2026-10-02T09:15:00.123Z")};
}

}  // namespace

TEST_CASE("store: a version of the rules is kept once and for good", "[storage][contract]")
{
    const fresh_store store;
    CHECK(store->add_rule_set(version("a", 1)));
    auto again = version("a", 2);
    again.note = "another";
    CHECK_FALSE(store->add_rule_set(again));

    const auto found = store->find_rule_set("a");

    REQUIRE(found);
    CHECK(found->content == R"({"rules": {}})");
    CHECK(found->filters == "flood words");
    CHECK(found->author == "Mo");
    CHECK(found->note == "note of a");
    CHECK(found->created_at == version("a", 1).created_at);
    CHECK_FALSE(store->find_rule_set("b"));
    CHECK(store->filters_of_rule_set("a") == "flood words");
    CHECK(store->filters_of_rule_set("b").empty());
}

TEST_CASE("store: versions are listed newest first, without content", "[storage][contract]")
{
    const fresh_store store;
    for (int i = 0; i < 3; ++i)
        store->add_rule_set(version(std::string(1, static_cast<char>('a' + i)), i));

    const auto listed = store->list_rule_sets(2);

    REQUIRE(listed.size() == 2);
    CHECK(listed[0].version == "c");
    CHECK(listed[1].version == "b");
    CHECK(listed[0].content.empty());
}

TEST_CASE("store: only what is kept is put in force, and once in a row", "[storage][contract]")
{
    const fresh_store store;
    CHECK_FALSE(store->activate_rule_set(activation("a")));
    store->add_rule_set(version("a", 1));
    store->add_rule_set(version("b", 2));

    CHECK(store->activate_rule_set(activation("a")));
    CHECK(store->activate_rule_set(activation("b")));
    CHECK(store->activate_rule_set(activation("b")));
    CHECK(store->activate_rule_set(activation("a")));

    const auto all = store->rule_set_activations(10);
    REQUIRE(all.size() == 3);
    CHECK(all[0].version == "a");
    CHECK(all[1].version == "b");
    CHECK(all[0].seq > all[1].seq);
    CHECK(all[0].by == "Mo");
    CHECK(all[0].note == "why");
    CHECK(all[0].at == activation("a").at);
    CHECK(store->rule_set_activations(1).size() == 1);
}
