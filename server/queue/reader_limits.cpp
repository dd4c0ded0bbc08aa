#include "server/queue/reader_limits.hpp"

#include "server/redis/connection.hpp"

#include <string_view>
#include <utility>
#include <vector>

namespace rejoinder::queue {

namespace {

/// ARGV: how many, and the window in seconds. Returns the seconds to wait, 0 for none.
constexpr std::string_view charge_script = R"lua(
local count = redis.call('INCR', KEYS[1])
local left = redis.call('TTL', KEYS[1])
if left < 0 then
    redis.call('EXPIRE', KEYS[1], ARGV[2])
    left = tonumber(ARGV[2])
end
if count <= tonumber(ARGV[1]) then return 0 end
return math.max(left, 1)
)lua";

}  // namespace

reader_limits::reader_limits(
    redis::connection& connection,
    std::string key_prefix,
    std::chrono::milliseconds deadline)
    : connection_(connection),
      prefix_(std::move(key_prefix) + "limit:"),
      deadline_(deadline)
{
}

awaitable<std::optional<std::chrono::seconds>> reader_limits::charge(
    std::string what,
    model::client_pseudonym client,
    rate_limit limit)
{
    std::vector<std::string> keys = {prefix_ + what + ":" + client.str()};
    std::vector<std::string> arguments = {
        std::to_string(limit.count),
        std::to_string(limit.window.count())};
    const auto answer = co_await connection_.evaluate(
        charge_script,
        std::move(keys),
        std::move(arguments),
        deadline_);
    if (answer.integer() <= 0)
        co_return std::nullopt;
    co_return std::chrono::seconds(answer.integer());
}

}  // namespace rejoinder::queue
