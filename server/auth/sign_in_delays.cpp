#include "server/auth/sign_in_delays.hpp"

#include "server/redis/connection.hpp"

#include <array>

namespace rejoinder::auth {

namespace {

/// For so long a network is known from which an account signed in.
constexpr std::chrono::seconds known_lifetime = std::chrono::days(90);

// KEYS of all scripts: counters of the account, of the network, and of both together; and the mark
// that the account has signed in from the network, in whose light the last counts alone.

/// ARGV: failures without delay, longest delay in ms, lifetime of a counter in seconds. Returns the
/// milliseconds to wait, 0 for none.
constexpr std::string_view attempt_script = R"(
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
local counters = {KEYS[1], KEYS[2]}
if redis.call('EXISTS', KEYS[4]) == 1 then counters = {KEYS[3]} end
local wait = 0
for _, key in ipairs(counters) do
    wait = math.max(wait, tonumber(redis.call('HGET', key, 'until') or '0') - now)
end
if wait > 0 then return wait end
for _, key in ipairs(counters) do
    local beyond = redis.call('HINCRBY', key, 'count', 1) - tonumber(ARGV[1])
    if beyond >= 0 then
        local delay = math.min(1000 * 2 ^ math.min(beyond, 20), tonumber(ARGV[2]))
        redis.call('HSET', key, 'until', string.format('%.0f', now + delay))
    end
    redis.call('EXPIRE', key, ARGV[3])
end
return 0
)";

/// Takes one failure off a counter. The rest keep what they say, but for the time to wait.
constexpr std::string_view take_off = R"(
local function take_off(key)
    if redis.call('EXISTS', key) == 0 then return end
    redis.call('HDEL', key, 'until')
    if redis.call('HINCRBY', key, 'count', -1) <= 0 then redis.call('DEL', key) end
end
)";

/// ARGV: lifetime of the mark in seconds.
constexpr std::string_view succeeded_script = R"(
if redis.call('EXISTS', KEYS[4]) == 0 then
    redis.call('DEL', KEYS[1])
    take_off(KEYS[2])
end
redis.call('DEL', KEYS[3])
redis.call('SET', KEYS[4], '1', 'EX', ARGV[1])
return 1
)";

constexpr std::string_view withdrawn_script = R"(
if redis.call('EXISTS', KEYS[4]) == 1 then
    take_off(KEYS[3])
else
    take_off(KEYS[1])
    take_off(KEYS[2])
end
return 1
)";

}  // namespace

sign_in_delays::sign_in_delays(
    redis::connection& connection,
    std::string key_prefix,
    auth_settings settings)
    : connection_(connection),
      prefix_(std::move(key_prefix) + "sign-in-"),
      settings_(settings)
{
}

awaitable<std::optional<std::chrono::seconds>> sign_in_delays::begin(sign_in_attempt attempt)
{
    auto keys = keys_of(attempt);
    std::vector<std::string> arguments = {
        std::to_string(settings_.failures_max),
        std::to_string(std::chrono::milliseconds(settings_.delay_max).count()),
        std::to_string(settings_.failures_window.count())};
    const auto answer = co_await connection_.evaluate(
        attempt_script,
        std::move(keys),
        std::move(arguments),
        settings_.deadline);
    if (answer.integer() <= 0)
        co_return std::nullopt;
    co_return std::chrono::ceil<std::chrono::seconds>(std::chrono::milliseconds(answer.integer()));
}

awaitable<void> sign_in_delays::succeeded(sign_in_attempt attempt)
{
    static const auto script = std::string(take_off).append(succeeded_script);
    auto keys = keys_of(attempt);
    std::vector<std::string> arguments = {std::to_string(known_lifetime.count())};
    co_await connection_
        .evaluate(script, std::move(keys), std::move(arguments), settings_.deadline);
}

awaitable<void> sign_in_delays::withdrawn(sign_in_attempt attempt)
{
    static const auto script = std::string(take_off).append(withdrawn_script);
    auto keys = keys_of(attempt);
    std::vector<std::string> none;
    co_await connection_.evaluate(script, std::move(keys), std::move(none), settings_.deadline);
}

std::vector<std::string> sign_in_delays::keys_of(const sign_in_attempt& attempt) const
{
    const auto both = attempt.name_hash + ":" + attempt.network_hash;
    return {
        prefix_ + "failures:name:" + attempt.name_hash,
        prefix_ + "failures:network:" + attempt.network_hash,
        prefix_ + "failures:both:" + both,
        prefix_ + "known:" + both};
}

}  // namespace rejoinder::auth
