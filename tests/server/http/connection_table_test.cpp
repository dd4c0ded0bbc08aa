#include "server/http/connection_table.hpp"

#include "tests/support/catch.hpp"

#include <string>

using namespace rejoinder;
using namespace std::chrono_literals;
using http::connection_table;

namespace {

/// Notes what it is told: deadline, drain, cut.
class noting_connection : public http::connection {
public:
    using http::connection::clear_deadline;
    using http::connection::set_deadline;

    void on_deadline() override { told += "deadline "; }
    void on_drain() override { told += "drain "; }
    void on_cut() override { told += "cut "; }

    std::string told;
};

constexpr connection_table::clock::time_point start{1h};

}  // namespace

TEST_CASE("connection table: a deadline is told once, when it has passed", "[http][table]")
{
    connection_table table(start);
    noting_connection early;
    noting_connection late;
    noting_connection never;
    for (auto* const each : {&early, &late, &never})
        table.add(*each);
    early.set_deadline(start + 2s);
    late.set_deadline(start + 9s);
    never.set_deadline(start + 1s);
    never.clear_deadline();

    table.tick(start + 1s);
    CHECK(early.told.empty());
    table.tick(start + 2s);
    table.tick(start + 3s);

    CHECK(early.told == "deadline ");
    CHECK(late.told.empty());
    CHECK(never.told.empty());
    CHECK(table.now() == start + 3s);
}

TEST_CASE("connection table: a deadline set anew is told anew", "[http][table]")
{
    connection_table table(start);
    noting_connection one;
    table.add(one);

    one.set_deadline(start + 1s);
    table.tick(start + 1s);
    one.set_deadline(start + 2s);
    table.tick(start + 2s);

    CHECK(one.told == "deadline deadline ");
}

TEST_CASE("connection table: who comes while it drains is told so too", "[http][table]")
{
    connection_table table(start);
    noting_connection before;
    noting_connection gone;
    noting_connection after;
    table.add(before);
    table.add(gone);
    table.remove(gone);
    CHECK_FALSE(table.is_draining());

    table.drain();
    table.add(after);
    CHECK(table.is_draining());
    CHECK(table.size() == 2);
    table.cut();

    CHECK(before.told == "drain cut ");
    CHECK(after.told == "drain cut ");
    CHECK(gone.told.empty());
}
