#include "server/redis/command.hpp"

#include "tests/support/catch.hpp"

#include <cstdint>
#include <limits>

using rejoinder::redis::command;

TEST_CASE("redis command: holds its name and arguments as bytes", "[redis]")
{
    const std::string bytes("a\0b\r\n\xFF", 6);
    command what("SET");
    what.add("key").add(std::string_view("view")).add(bytes).add("");

    CHECK(what.arguments() == std::vector<std::string>{"SET", "key", "view", bytes, ""});
}

TEST_CASE("redis command: numbers travel as decimal text", "[redis]")
{
    command what("X");
    what.add(0).add(-1).add(std::numeric_limits<std::int64_t>::min()).add(std::size_t{7});

    CHECK(
        what.arguments() == std::vector<std::string>{"X", "0", "-1", "-9223372036854775808", "7"});
}
