#include "server/routes/desk_query.hpp"

#include "tests/support/catch.hpp"

using namespace rejoinder;
using routes::listed;

TEST_CASE("desk query: a moment or a day is a time", "[routes]")
{
    CHECK(routes::time_from("2026-03-01") == model::from_rfc3339("2026-03-01T00:00:00.000Z"));
    CHECK(routes::time_from("2026-03-01T10:00:00.000Z").has_value());
    CHECK_FALSE(routes::time_from("yesterday").has_value());
    CHECK_FALSE(routes::time_from("").has_value());
}

TEST_CASE("desk query: lists have commas", "[routes]")
{
    CHECK(listed("").empty());
    CHECK(listed("a") == std::vector<std::string>{"a"});
    CHECK(listed(",a,,b,") == std::vector<std::string>{"a", "b"});
}

TEST_CASE("desk query: sites are those wanted among those seen, and never all", "[routes]")
{
    using sites = std::vector<std::string>;
    const auto kept = [](sites wanted, const model::site_list& seen) {
        routes::keep_to_sites(wanted, seen);
        return wanted;
    };
    const model::site_list two = {model::site_id("a"), model::site_id("b")};

    CHECK(kept({}, {}).empty());
    CHECK(kept({"c"}, {}) == sites{"c"});
    CHECK(kept({}, two) == sites{"a", "b"});
    CHECK(kept({"b"}, two) == sites{"b"});
    CHECK(kept({"c"}, two) == sites{" "});
}
