#include "server/redis/reply.hpp"

#include "server/redis/error.hpp"
#include "tests/support/catch.hpp"

#include <boost/system/system_error.hpp>
#include <hiredis/hiredis.h>

#include <memory>

using namespace rejoinder;
using redis::reply;

namespace {

/// Reads an answer as it comes over the wire.
reply from_wire(const std::string& bytes)
{
    const std::unique_ptr<redisReader, decltype(&redisReaderFree)> reader(
        redisReaderCreate(),
        &redisReaderFree);
    void* read = nullptr;
    REQUIRE(redisReaderFeed(reader.get(), bytes.data(), bytes.size()) == REDIS_OK);
    REQUIRE(redisReaderGetReply(reader.get(), &read) == REDIS_OK);
    REQUIRE(read != nullptr);
    const std::unique_ptr<void, decltype(&freeReplyObject)> owner(read, &freeReplyObject);
    return reply(*static_cast<redisReply*>(read));  // Outlives what it was read from.
}

template <class Access>
bool is_refused(Access access)
{
    try {
        access();
    } catch (const boost::system::system_error& failure) {
        return failure.code() == redis::error::refused;
    }
    return false;
}

}  // namespace

TEST_CASE("redis reply: texts are binary-safe, status or bulk", "[redis]")
{
    CHECK(from_wire("+OK\r\n").text() == "OK");
    CHECK(from_wire("$0\r\n\r\n").text().empty());
    CHECK(from_wire(std::string("$5\r\na\0\r\nb\r\n", 11)).text() == std::string("a\0\r\nb", 5));
}

TEST_CASE("redis reply: integers have 64 bits", "[redis]")
{
    CHECK(from_wire(":-1\r\n").integer() == -1);
    CHECK(from_wire(":9223372036854775807\r\n").integer() == 9223372036854775807);
}

TEST_CASE("redis reply: arrays nest, and nil is an empty one", "[redis]")
{
    const auto answer = from_wire("*3\r\n:1\r\n*1\r\n$1\r\na\r\n$-1\r\n");

    REQUIRE(answer.elements().size() == 3);
    CHECK(answer.at(0).integer() == 1);
    CHECK(answer.at(1).at(0).text() == "a");
    CHECK(answer.at(2).is_nil());
    CHECK(from_wire("*-1\r\n").is_nil());
    CHECK(from_wire("*-1\r\n").elements().empty());
    CHECK(reply().is_nil());
}

TEST_CASE("redis reply: an error is told by its text and thrown when asked to", "[redis]")
{
    const auto answer = from_wire("-NOSCRIPT No matching script.\r\n");

    CHECK(answer.is_error());
    CHECK(answer.error_text() == "NOSCRIPT No matching script.");
    CHECK(is_refused([&] { answer.throw_if_error(); }));
    CHECK(from_wire("+OK\r\n").error_text().empty());
    CHECK_NOTHROW(from_wire("+OK\r\n").throw_if_error());
}

TEST_CASE("redis reply: asking for another shape is refused", "[redis]")
{
    const auto text = from_wire("+1\r\n");
    const auto integer = from_wire(":1\r\n");
    const auto error = from_wire("-ERR x\r\n");
    const auto array = from_wire("*1\r\n:1\r\n");

    CHECK(is_refused([&] { text.integer(); }));
    CHECK(is_refused([&] { text.elements(); }));
    CHECK(is_refused([&] { integer.text(); }));
    CHECK(is_refused([&] { error.text(); }));
    CHECK(is_refused([&] { error.elements(); }));
    CHECK(is_refused([&] { array.text(); }));
    CHECK(is_refused([&] { array.at(1); }));
    CHECK(is_refused([&] { reply().text(); }));
    CHECK(is_refused([&] { reply().at(0); }));
}
