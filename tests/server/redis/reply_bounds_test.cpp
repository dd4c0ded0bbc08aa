#include "server/redis/reply_bounds.hpp"

#include "tests/support/catch.hpp"

#include <hiredis/hiredis.h>

#include <memory>
#include <string>

using rejoinder::redis::bound_replies;

namespace {

struct freeing {
    void operator()(redisReader* reader) const noexcept { redisReaderFree(reader); }
};

/// Whether these bytes are, or may become, an answer.
bool is_taken(const std::string& bytes)
{
    const std::unique_ptr<redisReader, freeing> reader(redisReaderCreate());
    bound_replies(*reader);
    redisReaderFeed(reader.get(), bytes.data(), bytes.size());
    void* answer = nullptr;
    const bool taken = redisReaderGetReply(reader.get(), &answer) == REDIS_OK;
    if (answer)
        freeReplyObject(answer);
    return taken;
}

}  // namespace

TEST_CASE("reply bounds: a list as long as ours are is taken", "[redis]")
{
    CHECK(is_taken("*2\r\n:1\r\n:2\r\n"));
    CHECK(is_taken("*1000000\r\n"));
}

TEST_CASE("reply bounds: no memory is reserved for a list that is none", "[redis]")
{
    CHECK_FALSE(is_taken("*1000001\r\n"));
    CHECK_FALSE(is_taken("*2147483647\r\n"));
    CHECK_FALSE(is_taken("*1\r\n*2147483647\r\n"));
}
