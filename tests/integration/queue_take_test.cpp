#include "server/queue/redis_submission_source.hpp"
#include "tests/integration/queue_fixture.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/pause.hpp"

#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/system/system_error.hpp>

using namespace rejoinder;
using namespace std::chrono_literals;
using rejoinder::tests::ids_of;
using rejoinder::tests::queue_fixture;
using rejoinder::tests::run;
using rejoinder::tests::sample_id;
using rejoinder::tests::sealed_sample;
using rejoinder::tests::unlimited;

namespace {

using ids = std::vector<std::string>;

const std::string stream = "{rj:queue:0}:submissions";
const std::string dead_stream = "{rj:queue:0}:dead";

/// The ids of the samples from one number to another.
ids samples(int from, int to)
{
    ids all;
    for (int i = from; i <= to; ++i)
        all.push_back(sample_id(i).str());
    return all;
}

void append_samples(queue_fixture& queue, int from, int to)
{
    for (int i = from; i <= to; ++i)
        REQUIRE(queue.append(sealed_sample(i)).has_value());
}

queue::batch take(queue_fixture& queue, queue::submission_source& source, int limit = 100)
{
    return run(queue.context, source.take(limit, 50ms));
}

std::int64_t pending(queue_fixture& queue)
{
    return queue.execute({"XPENDING", stream, "workers"}).at(0).integer();
}

}  // namespace

TEST_CASE("queue take: appended, taken, acknowledged, gone", "[queue][integration]")
{
    queue_fixture queue;
    auto source = queue.make_source();
    append_samples(queue, 1, 3);

    // The first take finds neither stream nor group of its own, and makes them.
    CHECK(take(queue, source).deliveries.empty());
    auto batch = take(queue, source);

    REQUIRE(ids_of(batch) == samples(1, 3));
    CHECK(batch.broken.empty());
    CHECK(batch.deliveries[0].attempts == 1);
    CHECK(batch.deliveries[0].partition == stream);
    CHECK(batch.deliveries[0].submission.text == tests::sample_submission(1).text);
    CHECK(queue.depth().waiting == 3);

    run(queue.context, source.acknowledge(std::move(batch.deliveries)));
    CHECK(queue.depth().waiting == 0);
    CHECK(queue.depth().dead == 0);
    CHECK(pending(queue) == 0);
    CHECK(take(queue, source).deliveries.empty());
}

TEST_CASE("queue take: no more than asked for, in order", "[queue][integration]")
{
    queue_fixture queue;
    auto source = queue.make_source();
    append_samples(queue, 1, 5);
    take(queue, source);

    CHECK(ids_of(take(queue, source, 2)) == samples(1, 2));
    CHECK(ids_of(take(queue, source, 2)) == samples(3, 4));
    CHECK(ids_of(take(queue, source, 2)) == samples(5, 5));
}

TEST_CASE("queue take: waits for what comes, and not for ever", "[queue][integration]")
{
    queue_fixture queue;
    auto source = queue.make_source();
    take(queue, source);

    const auto began = std::chrono::steady_clock::now();
    CHECK(run(queue.context, source.take(10, 300ms)).deliveries.empty());
    CHECK(std::chrono::steady_clock::now() - began >= 290ms);

    // Does not wait at all where it may not.
    CHECK(run(queue.context, source.take(10, 0ms)).deliveries.empty());
    CHECK(std::chrono::steady_clock::now() - began < 5s);
}

TEST_CASE(
    "queue take: after a crash the same consumer gets the same entries",
    "[queue][integration]")
{
    queue_fixture queue;
    {
        auto crashed = queue.make_source("worker-1");
        append_samples(queue, 1, 5);
        take(queue, crashed);
        REQUIRE(ids_of(take(queue, crashed)) == samples(1, 5));
    }
    append_samples(queue, 6, 6);
    auto source = queue.make_source("worker-1");

    // From call to call it goes on, though nothing is acknowledged; then it begins anew.
    for (const int attempts : {2, 3}) {
        const auto first = run(queue.context, source.take_unfinished(3));
        CHECK(ids_of(first) == samples(1, 3));
        CHECK(first.deliveries[0].attempts == attempts);
        CHECK(ids_of(run(queue.context, source.take_unfinished(3))) == samples(4, 5));
        CHECK(run(queue.context, source.take_unfinished(3)).deliveries.empty());
    }
    CHECK(ids_of(take(queue, source)) == samples(6, 6));
}

TEST_CASE("queue take: another consumer has nothing unfinished", "[queue][integration]")
{
    queue_fixture queue;
    auto crashed = queue.make_source("worker-1");
    append_samples(queue, 1, 2);
    take(queue, crashed);
    take(queue, crashed);

    auto source = queue.make_source("worker-2");
    CHECK(run(queue.context, source.take_unfinished(10)).deliveries.empty());
    CHECK(take(queue, source).deliveries.empty());
}

TEST_CASE("queue reclaim: another consumer takes over what was left", "[queue][integration]")
{
    auto settings = unlimited();
    settings.reclaim_after = 100ms;
    queue_fixture queue(settings);
    auto crashed = queue.make_source("worker-1");
    append_samples(queue, 1, 3);
    take(queue, crashed);
    REQUIRE(ids_of(take(queue, crashed)) == samples(1, 3));

    auto source = queue.make_source("worker-2");
    CHECK(run(queue.context, source.reclaim(10)).deliveries.empty());  // Not idle long enough.
    tests::pause(queue.context, 120ms);
    auto batch = run(queue.context, source.reclaim(10));

    REQUIRE(ids_of(batch) == samples(1, 3));
    CHECK(batch.deliveries[2].attempts == 2);
    CHECK(run(queue.context, crashed.take_unfinished(10)).deliveries.empty());

    run(queue.context, source.acknowledge(std::move(batch.deliveries)));
    CHECK(queue.depth().waiting == 0);
}

TEST_CASE("queue reclaim: goes on where it stopped", "[queue][integration]")
{
    queue_fixture queue;
    auto crashed = queue.make_source("worker-1");
    append_samples(queue, 1, 5);
    take(queue, crashed);
    take(queue, crashed);
    auto source = queue.make_source("worker-2");
    tests::pause(queue.context, 5ms);

    CHECK(ids_of(run(queue.context, source.reclaim(3))) == samples(1, 3));
    CHECK(ids_of(run(queue.context, source.reclaim(3))) == samples(4, 5));
}

TEST_CASE("queue reclaim: attempts are counted over consumers and restarts", "[queue][integration]")
{
    queue_fixture queue;
    auto one = queue.make_source("worker-1");
    auto two = queue.make_source("worker-2");
    append_samples(queue, 1, 1);
    take(queue, one);
    CHECK(take(queue, one).deliveries.at(0).attempts == 1);

    for (const int attempts : {2, 4}) {
        tests::pause(queue.context, 5ms);
        CHECK(run(queue.context, two.reclaim(10)).deliveries.at(0).attempts == attempts);
        tests::pause(queue.context, 5ms);
        CHECK(run(queue.context, one.reclaim(10)).deliveries.at(0).attempts == attempts + 1);
    }
}

TEST_CASE("queue park: an entry that is no submission is moved whole", "[queue][integration]")
{
    queue_fixture queue;
    auto source = queue.make_source();
    append_samples(queue, 1, 1);
    const auto bad = queue.execute({"XADD", stream, "*", "submission", "{\"v\":9}"}).text();
    const auto foreign = queue.execute({"XADD", stream, "*", "a", "b", "c", "d"}).text();
    append_samples(queue, 2, 2);
    take(queue, source);

    auto batch = take(queue, source);

    CHECK(ids_of(batch) == samples(1, 2));
    REQUIRE(batch.broken.size() == 2);
    CHECK(batch.broken[0].entry == bad);
    CHECK(batch.broken[0].why == "undecodable");
    CHECK(batch.broken[1].entry == foreign);

    run(queue.context, source.park(std::move(batch.broken)));

    CHECK(queue.depth().waiting == 2);
    CHECK(pending(queue) == 2);
    const auto dead = queue.execute({"XRANGE", dead_stream, "-", "+"});
    REQUIRE(dead.elements().size() == 2);
    ids fields;
    for (const auto& field : dead.at(0).at(1).elements())
        fields.push_back(field.text());
    CHECK(
        fields ==
        ids{"entry", bad, "why", "undecodable", "attempts", "1", "submission", "{\"v\":9}"});
    CHECK(dead.at(1).at(1).elements().size() == 10);
}

TEST_CASE("queue park: twice is once", "[queue][integration]")
{
    queue_fixture queue;
    auto source = queue.make_source();
    append_samples(queue, 1, 1);
    take(queue, source);
    const auto batch = take(queue, source);
    const queue::undeliverable failed{stream, batch.deliveries.at(0).entry, "failed"};

    run(queue.context, source.park({failed}));
    run(queue.context, source.park({failed}));
    run(queue.context, source.acknowledge(batch.deliveries));

    CHECK(queue.depth().dead == 1);
    CHECK(queue.depth().waiting == 0);
}

TEST_CASE("queue take: a Redis that comes back empty is set up again", "[queue][integration]")
{
    queue_fixture queue;
    auto source = queue.make_source();
    append_samples(queue, 1, 1);
    take(queue, source);
    auto lost = take(queue, source);
    queue.execute({"FLUSHALL"});

    // Nothing here fails because of it; what was in hand is simply no longer there.
    run(queue.context, source.acknowledge(std::move(lost.deliveries)));
    CHECK(run(queue.context, source.take_unfinished(10)).deliveries.empty());
    CHECK(run(queue.context, source.reclaim(10)).deliveries.empty());

    append_samples(queue, 1, 2);
    CHECK(ids_of(take(queue, source)) == samples(1, 2));
}

TEST_CASE("queue take: the stream vanishes while it is waited for", "[queue][integration]")
{
    queue_fixture queue;
    auto source = queue.make_source();
    take(queue, source);

    net::steady_timer later(queue.context, 50ms);
    later.async_wait([&](auto) {
        redis::command flush("FLUSHALL");
        net::co_spawn(
            queue.context,
            queue.commands.execute(std::move(flush), 5s),
            [](std::exception_ptr, redis::reply) {});
    });
    CHECK(run(queue.context, source.take(10, 1'000ms)).deliveries.empty());

    append_samples(queue, 1, 1);
    ids seen;
    for (int i = 0; i < 3 && seen.empty(); ++i)
        seen = ids_of(take(queue, source));
    CHECK(seen == samples(1, 1));
}

TEST_CASE("queue take: entries deleted by an operator do not come up again", "[queue][integration]")
{
    queue_fixture queue;
    auto source = queue.make_source();
    append_samples(queue, 1, 3);
    take(queue, source);
    const auto batch = take(queue, source);
    queue.execute({"XDEL", stream, batch.deliveries.at(0).entry});

    CHECK(ids_of(run(queue.context, source.take_unfinished(1))) == samples(2, 2));
    CHECK(ids_of(run(queue.context, source.take_unfinished(1))) == samples(3, 3));
    CHECK(pending(queue) == 2);
}

TEST_CASE("queue take: all partitions are served", "[queue][integration]")
{
    auto settings = unlimited();
    settings.partitions = 4;
    queue_fixture queue(settings);
    auto source = queue.make_source();
    take(queue, source);
    for (int i = 0; i < 40; ++i) {
        auto sealed = sealed_sample(i);
        sealed.submission.story.story = model::story_id("story-" + std::to_string(i));
        REQUIRE(queue.append(sealed).has_value());
    }

    auto batch = take(queue, source);
    REQUIRE(batch.deliveries.size() == 40);

    // A restart sees the unfinished of every partition, though it acknowledges none.
    auto again = queue.make_source();
    std::size_t unfinished = 0;
    for (;;) {
        const auto more = run(queue.context, again.take_unfinished(7));
        if (more.deliveries.empty())
            break;
        unfinished += more.deliveries.size();
        REQUIRE(unfinished <= 40);
    }
    CHECK(unfinished == 40);

    tests::pause(queue.context, 5ms);
    CHECK(run(queue.context, again.reclaim(100)).deliveries.size() == 40);
    run(queue.context, source.acknowledge(std::move(batch.deliveries)));
    CHECK(queue.depth().waiting == 0);
}

TEST_CASE("queue take: without Redis every verb throws", "[queue][integration]")
{
    using boost::system::system_error;
    queue_fixture queue;
    auto source = queue.make_source();
    append_samples(queue, 1, 1);
    take(queue, source);
    auto batch = take(queue, source);
    REQUIRE(batch.deliveries.size() == 1);
    queue.commands.stop();

    CHECK_THROWS_AS(run(queue.context, source.take_unfinished(1)), system_error);
    CHECK_THROWS_AS(run(queue.context, source.reclaim(1)), system_error);
    CHECK_THROWS_AS(run(queue.context, source.acknowledge(batch.deliveries)), system_error);
    CHECK_THROWS_AS(
        run(queue.context, source.park({{stream, batch.deliveries[0].entry, "failed"}})),
        system_error);
}
