#include "server/queue/queue_depth.hpp"

#include "server/queue/partition.hpp"
#include "server/redis/connection.hpp"

#include <utility>

namespace rejoinder::queue {

namespace {

awaitable<std::int64_t> length_of(
    redis::connection& connection,
    std::string stream,
    std::chrono::milliseconds deadline)
{
    redis::command length("XLEN");
    length.add(std::move(stream));
    const auto answer = co_await connection.execute(std::move(length), deadline);
    co_return answer.integer();
}

}  // namespace

awaitable<queue_depth> read_queue_depth(
    redis::connection& connection,
    std::string prefix,
    queue_settings settings)
{
    queue_depth depth;
    for (const auto& keys : all_partitions(prefix, settings.partitions)) {
        depth.waiting += co_await length_of(connection, keys.stream(), settings.deadline);
        depth.dead += co_await length_of(connection, keys.dead_stream(), settings.deadline);
    }
    co_return depth;
}

}  // namespace rejoinder::queue
