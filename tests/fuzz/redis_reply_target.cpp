#include "server/redis/reply.hpp"
#include "server/redis/reply_bounds.hpp"
#include "tests/fuzz/promise.hpp"
#include "tests/fuzz/targets.hpp"

#include <boost/system/system_error.hpp>
#include <hiredis/hiredis.h>

#include <memory>
#include <string>

namespace rejoinder::fuzz {

namespace {

struct freeing {
    void operator()(redisReader* reader) const noexcept { redisReaderFree(reader); }
    void operator()(redisReply* reply) const noexcept { freeReplyObject(reply); }
};

/// Calls it; whether it refused as it may.
template <class Call>
bool refuses(Call&& call)
{
    try {
        call();
        return false;
    } catch (const boost::system::system_error&) {
        return true;
    }
}

void walk(const redis::reply& answer)
{
    using shape = redis::reply::shape;
    promise(refuses([&] { answer.text(); }) == (answer.kind() != shape::text), "text is text");
    promise(
        refuses([&] { static_cast<void>(answer.integer()); }) == (answer.kind() != shape::integer),
        "a number is a number");
    promise(refuses([&] { answer.throw_if_error(); }) == answer.is_error(), "an error is thrown");
    const bool is_list = answer.kind() == shape::array || answer.is_nil();
    promise(refuses([&] { answer.elements(); }) == !is_list, "a list is a list");
    if (!is_list)
        return;
    const auto& elements = answer.elements();
    promise(refuses([&] { answer.at(elements.size()); }), "there is nothing behind the last");
    for (const auto& each : elements)
        walk(each);
}

}  // namespace

void redis_reply(std::string_view bytes)
{
    const std::unique_ptr<redisReader, freeing> reader(redisReaderCreate());
    redis::bound_replies(*reader);
    redisReaderFeed(reader.get(), bytes.data(), bytes.size());
    for (;;) {
        void* got = nullptr;
        if (redisReaderGetReply(reader.get(), &got) != REDIS_OK || !got)
            return;
        const std::unique_ptr<redisReply, freeing> answer(static_cast<redisReply*>(got));
        walk(redis::reply(*answer));
    }
}

}  // namespace rejoinder::fuzz
