#include "server/queue/partition.hpp"

#include "tests/support/catch.hpp"

#include <set>

using namespace rejoinder;

namespace {

int partition_of(const char* site, const char* story, int partitions)
{
    const model::story_key key{model::site_id(site), model::story_id(story)};
    return queue::partition_of(key, partitions);
}

}  // namespace

TEST_CASE("partition: all keys share one hash tag", "[queue][partition]")
{
    const queue::partition partition("rj:", 3);

    CHECK(partition.stream() == "{rj:queue:3}:submissions");
    CHECK(partition.dead_stream() == "{rj:queue:3}:dead");
    CHECK(partition.idempotency("k") == "{rj:queue:3}:same:k");
    CHECK(partition.limit("client", "c0ffee") == "{rj:queue:3}:limit:client:c0ffee");
}

TEST_CASE("partition: where a story's submissions go is pinned", "[queue][partition]")
{
    // Another value would put a story's next submission before its waiting ones.
    CHECK(partition_of("demo", "bridge", 1) == 0);
    CHECK(partition_of("demo", "bridge", 16) == 3);
    CHECK(partition_of("demo", "harbour", 16) == 1);
}

TEST_CASE("partition: site and story do not run into one another", "[queue][partition]")
{
    CHECK(partition_of("a", "bc", 1'000'000) != partition_of("ab", "c", 1'000'000));
}

TEST_CASE("partition: stories spread over all partitions", "[queue][partition]")
{
    std::set<int> hit;
    for (int i = 0; i < 200; ++i)
        hit.insert(partition_of("demo", std::to_string(i).c_str(), 8));

    CHECK(hit == std::set<int>{0, 1, 2, 3, 4, 5, 6, 7});
}

TEST_CASE("partition: there is always one", "[queue][partition]")
{
    CHECK(queue::all_partitions("rj:", 0).size() == 1);

    const auto all = queue::all_partitions("rj:", 3);
    REQUIRE(all.size() == 3);
    CHECK(all[2].stream() == "{rj:queue:2}:submissions");
}
