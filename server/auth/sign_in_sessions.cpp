#include "server/auth/sign_in_sessions.hpp"

#include "server/privacy/base64url.hpp"
#include "server/redis/connection.hpp"

#include <nlohmann/json.hpp>

#include <array>
#include <sodium.h>
#include <vector>

namespace rejoinder::auth {

namespace {

using nlohmann::json;

constexpr std::size_t token_bytes = 32;

std::string random_token()
{
    std::string bytes(token_bytes, '\0');
    randombytes_buf(bytes.data(), bytes.size());
    return privacy::to_base64url(bytes);
}

/// KEYS: counters. ARGV: window in seconds, most failures, 1 to count one more. Returns the seconds
/// to wait, 0 for none.
constexpr std::string_view failures_script = R"(
local wait = 0
for _, key in ipairs(KEYS) do
    local count
    if ARGV[3] == '1' then
        count = redis.call('INCR', key)
        if count == 1 then redis.call('EXPIRE', key, ARGV[1]) end
    else
        count = tonumber(redis.call('GET', key) or '0')
    end
    if count >= tonumber(ARGV[2]) then
        wait = math.max(wait, redis.call('TTL', key), 1)
    end
end
return wait
)";

}  // namespace

sign_in_sessions::sign_in_sessions(
    redis::connection& connection,
    std::string key_prefix,
    auth_settings settings)
    : connection_(connection),
      prefix_(std::move(key_prefix)),
      settings_(settings)
{
}

awaitable<std::pair<std::string, signed_in>> sign_in_sessions::begin(model::moderator who)
{
    signed_in session;
    session.id = who.id;
    session.name = who.name;
    session.role = who.role;
    session.csrf_token = random_token();
    const json value = {
        {"id", session.id.str()},
        {"name", session.name},
        {"role", model::to_string(session.role)},
        {"csrf", session.csrf_token},
    };

    auto token = random_token();
    redis::command keep("SET");
    keep.add(key_of(token)).add(value.dump()).add("EX").add(settings_.session_lifetime.count());
    co_await connection_.execute(std::move(keep), settings_.deadline);
    co_return std::make_pair(std::move(token), std::move(session));
}

awaitable<std::optional<signed_in>> sign_in_sessions::find(std::string token)
{
    redis::command look("GETEX");
    look.add(key_of(token)).add("EX").add(settings_.session_lifetime.count());
    const auto answer = co_await connection_.execute(std::move(look), settings_.deadline);
    if (answer.is_nil())
        co_return std::nullopt;
    const auto value = json::parse(answer.text(), nullptr, false);
    if (!value.is_object())
        co_return std::nullopt;
    signed_in session;
    session.id = model::moderator_id(value.value("id", ""));
    session.name = value.value("name", "");
    session.role =
        model::moderator_role_from(value.value("role", "")).value_or(model::moderator_role::viewer);
    session.csrf_token = value.value("csrf", "");
    co_return session;
}

awaitable<void> sign_in_sessions::end(std::string token)
{
    redis::command forget("DEL");
    forget.add(key_of(token));
    co_await connection_.execute(std::move(forget), settings_.deadline);
}

awaitable<std::optional<std::chrono::seconds>> sign_in_sessions::blocked(
    std::string name_hash,
    std::string network_hash,
    outcome what)
{
    std::vector<std::string> keys = {
        prefix_ + "sign-in-failures:name:" + name_hash,
        prefix_ + "sign-in-failures:network:" + network_hash};
    std::vector<std::string> arguments = {
        std::to_string(settings_.failures_window.count()),
        std::to_string(settings_.failures_max),
        what == outcome::failed ? "1" : "0"};
    const auto answer = co_await connection_.evaluate(
        failures_script,
        std::move(keys),
        std::move(arguments),
        settings_.deadline);
    if (answer.integer() == 0)
        co_return std::nullopt;
    co_return std::chrono::seconds(answer.integer());
}

std::string sign_in_sessions::key_of(std::string_view token) const
{
    std::array<unsigned char, 32> hash{};
    crypto_generichash(
        hash.data(),
        hash.size(),
        reinterpret_cast<const unsigned char*>(token.data()),
        token.size(),
        nullptr,
        0);
    const std::string_view bytes(reinterpret_cast<const char*>(hash.data()), hash.size());
    return prefix_ + "session:" + privacy::to_base64url(bytes);
}

bool same_token(std::string_view a, std::string_view b) noexcept
{
    return a.size() == b.size() && sodium_memcmp(a.data(), b.data(), a.size()) == 0;
}

}  // namespace rejoinder::auth
