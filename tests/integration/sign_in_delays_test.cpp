#include "server/auth/sign_in_delays.hpp"

#include "tests/support/catch.hpp"
#include "tests/support/redis_server.hpp"

using namespace rejoinder;
using namespace std::chrono_literals;
using auth::sign_in_delays;
using redis::command;
using tests::redis_server;
using tests::run;

namespace {

struct delays_fixture {
    delays_fixture() { settings.failures_max = 3; }

    net::io_context context;
    redis_server server{context};
    redis::connection& connection = server.connect();
    auth::auth_settings settings;

    sign_in_delays delays() { return {connection, "rj:", settings}; }

    std::optional<std::chrono::seconds> begin(
        sign_in_delays& all,
        const std::string& name,
        const std::string& network)
    {
        return run(context, all.begin(attempt(name, network)));
    }

    static auth::sign_in_attempt attempt(const std::string& name, const std::string& network)
    {
        auth::sign_in_attempt made;
        made.name_hash = name;
        made.network_hash = network;
        return made;
    }

    /// As if the time to wait were over.
    void wait_is_over(const std::string& key)
    {
        command forget("HDEL");
        forget.add("rj:sign-in-failures:" + key).add("until");
        run(context, connection.execute(std::move(forget), 5s));
    }
};

}  // namespace

TEST_CASE_METHOD(
    delays_fixture,
    "sign-in delays: a few failures cost nothing",
    "[auth][integration]")
{
    auto all = delays();
    CHECK_FALSE(begin(all, "name", "network"));
    CHECK_FALSE(begin(all, "name", "network"));
    CHECK_FALSE(begin(all, "name", "network"));
    CHECK(begin(all, "name", "network") == 1s);
}

TEST_CASE_METHOD(
    delays_fixture,
    "sign-in delays: each one more doubles the time",
    "[auth][integration]")
{
    settings.delay_max = 10s;
    auto all = delays();
    for (int i = 0; i < 3; ++i)
        begin(all, "name", "network " + std::to_string(i));
    for (const auto wait : {1s, 2s, 4s, 8s, 10s, 10s}) {
        CHECK(begin(all, "name", "elsewhere") == wait);
        wait_is_over("name:name");
        wait_is_over("network:elsewhere");
        CHECK_FALSE(begin(all, "name", "elsewhere"));
    }
}

TEST_CASE_METHOD(
    delays_fixture,
    "sign-in delays: a network counts for all names",
    "[auth][integration]")
{
    auto all = delays();
    for (const auto* name : {"a", "b", "c"})
        CHECK_FALSE(begin(all, name, "network"));

    CHECK(begin(all, "d", "network"));
    CHECK_FALSE(begin(all, "d", "elsewhere"));
}

TEST_CASE_METHOD(
    delays_fixture,
    "sign-in delays: who guesses elsewhere does not shut a moderator out",
    "[auth][integration]")
{
    auto all = delays();
    REQUIRE_FALSE(begin(all, "name", "home"));
    run(context, all.succeeded(attempt("name", "home")));
    for (int i = 0; i < 3; ++i)
        begin(all, "name", "network " + std::to_string(i));
    REQUIRE(begin(all, "name", "elsewhere"));

    CHECK_FALSE(begin(all, "name", "home"));
    CHECK_FALSE(begin(all, "name", "home"));
    CHECK_FALSE(begin(all, "name", "home"));
    CHECK(begin(all, "name", "home"));
}

TEST_CASE_METHOD(delays_fixture, "sign-in delays: to succeed begins anew", "[auth][integration]")
{
    auto all = delays();
    for (int i = 0; i < 3; ++i) {
        CHECK_FALSE(begin(all, "name", "network"));
        CHECK_FALSE(begin(all, "name", "network"));
        run(context, all.succeeded(attempt("name", "network")));
    }
}

TEST_CASE_METHOD(
    delays_fixture,
    "sign-in delays: one's own success forgives no guesses at others",
    "[auth][integration]")
{
    auto all = delays();
    REQUIRE_FALSE(begin(all, "own", "network"));
    run(context, all.succeeded(attempt("own", "network")));
    for (int i = 0; i < 3; ++i) {
        CHECK_FALSE(begin(all, "victim", "network"));
        CHECK_FALSE(begin(all, "own", "network"));
        run(context, all.succeeded(attempt("own", "network")));
    }
    CHECK(begin(all, "victim", "network"));
}

TEST_CASE_METHOD(
    delays_fixture,
    "sign-in delays: what is withdrawn does not count",
    "[auth][integration]")
{
    auto all = delays();
    for (int i = 0; i < 10; ++i) {
        CHECK_FALSE(begin(all, "name", "network"));
        run(context, all.withdrawn(attempt("name", "network")));
    }
    CHECK_FALSE(begin(all, "name", "network"));
    CHECK_FALSE(begin(all, "name", "network"));
    CHECK_FALSE(begin(all, "name", "network"));
    CHECK(begin(all, "name", "network"));
}
