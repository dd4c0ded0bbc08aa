#include "server/redis/error.hpp"

#include "tests/support/catch.hpp"

#include <set>

using namespace rejoinder;
using redis::error;

TEST_CASE("redis error: each has a message of its own and is never success", "[redis]")
{
    std::set<std::string> messages;
    for (const auto code :
         {error::not_connected,
          error::connection_lost,
          error::timed_out,
          error::refused,
          error::stopped}) {
        const boost::system::error_code made = code;
        CHECK(made.failed());
        CHECK(made == code);
        CHECK(std::string(made.category().name()) == "redis");
        messages.insert(made.message());
    }
    CHECK(messages.size() == 5);
    CHECK(redis::error_category().message(99) == "unknown Redis error");
}
