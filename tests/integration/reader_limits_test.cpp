#include "server/queue/reader_limits.hpp"

#include "tests/support/catch.hpp"
#include "tests/support/redis_server.hpp"

using namespace rejoinder;
using namespace std::chrono_literals;
using queue::reader_limits;
using tests::redis_server;
using tests::run;

namespace {

struct limits_fixture {
    net::io_context context;
    redis_server server{context};
    redis::connection& connection = server.connect();
    reader_limits limits{connection, "rj:", 5s};

    std::optional<std::chrono::seconds> charge(
        const std::string& what,
        const std::string& client,
        queue::rate_limit limit = {2, 3'600s})
    {
        return run(context, limits.charge(what, model::client_pseudonym(client), limit));
    }
};

}  // namespace

TEST_CASE_METHOD(
    limits_fixture,
    "reader limits: one more than allowed has to wait for the end of the window",
    "[queue][integration]")
{
    CHECK_FALSE(charge("likes", "a"));
    CHECK_FALSE(charge("likes", "a"));
    const auto wait = charge("likes", "a");
    REQUIRE(wait);
    CHECK((*wait > 3'000s && *wait <= 3'600s));
    CHECK_FALSE(charge("likes", "b"));
    CHECK_FALSE(charge("previews", "a"));
}

TEST_CASE_METHOD(
    limits_fixture,
    "reader limits: nothing is kept beyond the window",
    "[queue][integration]")
{
    CHECK_FALSE(charge("likes", "a", {1, 3'600s}));
    redis::command left("TTL");
    left.add("rj:limit:likes:a");
    const auto answer = run(context, connection.execute(std::move(left), 5s));
    CHECK((answer.integer() > 3'000 && answer.integer() <= 3'600));
}
