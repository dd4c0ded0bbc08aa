#include "server/queue/queue_copy.hpp"

#include "tests/integration/queue_fixture.hpp"
#include "tests/support/catch.hpp"

#include <algorithm>

using namespace rejoinder;
using namespace rejoinder::tests;
using queue::queue_piece;

namespace {

struct copied {
    std::vector<queue_piece> pieces;
    std::chrono::sys_time<std::chrono::milliseconds> until;
};

copied read(queue_fixture& from)
{
    copied all;
    const auto take = [&](queue_piece piece) {
        all.pieces.push_back(std::move(piece));
    };
    all.until =
        run(from.context, queue::read_queue(from.commands, "rj:", from.settings, take));
    return all;
}

std::size_t count(const copied& all, queue_piece::kind what)
{
    return static_cast<std::size_t>(std::ranges::count(all.pieces, what, &queue_piece::what));
}

}  // namespace

TEST_CASE("queue copy: what waits, was parked and may be retried goes along", "[queue][copy]")
{
    using enum queue_piece::kind;
    queue_fixture from;
    for (int number = 1; number <= 3; ++number)
        REQUIRE(from.append(sealed_sample(number)).has_value());
    auto source = from.make_source();
    run(from.context, source.take_unfinished(1));
    const auto taken = run(from.context, source.take(1, std::chrono::milliseconds(10)));
    REQUIRE(taken.deliveries.size() == 1);
    const auto& lost = taken.deliveries.front();
    std::vector<queue::undeliverable> broken = {{lost.partition, lost.entry, "failed"}};
    run(from.context, source.park(std::move(broken)));

    auto before = read(from);
    CHECK(count(before, waiting) == 2);
    CHECK(count(before, parked) == 1);
    CHECK(count(before, same) == 3);
    CHECK(before.until.time_since_epoch().count() > 0);

    queue_fixture to;
    for (auto piece : before.pieces)
        run(to.context, queue::write_queue_piece(to.commands, "rj:", std::move(piece)));
    auto after = read(to);
    for (auto* all : {&before, &after})
        for (auto& piece : all->pieces)
            piece.keep_ms = std::min<std::int64_t>(piece.keep_ms, 1);  // It runs down.
    CHECK(std::ranges::is_permutation(after.pieces, before.pieces));
}

TEST_CASE("queue copy: in another Redis a retry is a retry, and what waits is taken", "[queue]")
{
    queue_fixture from;
    REQUIRE(from.append(sealed_sample(1)).has_value());
    queue_fixture to;
    for (auto piece : read(from).pieces)
        run(to.context, queue::write_queue_piece(to.commands, "rj:", std::move(piece)));

    const auto retried = to.append(sealed_sample(1));
    REQUIRE(retried.has_value());
    CHECK(retried->repeated);
    auto source = to.make_source();
    run(to.context, source.take_unfinished(1));
    const auto batch = run(to.context, source.take(9, std::chrono::milliseconds(10)));
    CHECK(ids_of(batch) == std::vector{sample_id(1).str()});
}
