#include "server/redis/reply_bounds.hpp"

#include <hiredis/hiredis.h>

namespace rejoinder::redis {

namespace {

/// Those of hiredis, which are the same for every reader.
redisReplyObjectFunctions* unbounded = nullptr;

redisReplyObjectFunctions bounded_by(redisReplyObjectFunctions& original)
{
    unbounded = &original;
    auto bounded = original;
    // The type of the count differs between versions of hiredis.
    bounded.createArray = [](const redisReadTask* task, auto elements) -> void* {
        if (static_cast<long long>(elements) > reply_elements_max)
            return nullptr;  // Taken for a lack of memory.
        return unbounded->createArray(task, elements);
    };
    return bounded;
}

}  // namespace

void bound_replies(redisReader& reader)
{
    static auto bounded = bounded_by(*reader.fn);
    reader.fn = &bounded;
}

}  // namespace rejoinder::redis
