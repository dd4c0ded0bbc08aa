#include "server/auth/sign_in_sessions.hpp"

#include "server/privacy/random_token.hpp"
#include "server/redis/connection.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <sodium.h>
#include <vector>

namespace rejoinder::auth {

namespace {

using nlohmann::json;

/// KEYS: session, index. ARGV: value, lifetime in seconds, session id, lifetime of the index.
/// Sessions that are over leave the index.
constexpr std::string_view begin_script = R"(
redis.call('SET', KEYS[1], ARGV[1], 'EX', ARGV[2])
local all = redis.call('HGETALL', KEYS[2])
for i = 1, #all, 2 do
    if redis.call('EXISTS', all[i + 1]) == 0 then redis.call('HDEL', KEYS[2], all[i]) end
end
redis.call('HSET', KEYS[2], ARGV[3], KEYS[1])
redis.call('EXPIRE', KEYS[2], ARGV[4])
return 1
)";

/// KEYS: index. Returns value and remaining milliseconds of each session that is not over.
constexpr std::string_view list_script = R"(
local found = {}
local all = redis.call('HGETALL', KEYS[1])
for i = 1, #all, 2 do
    local value = redis.call('GET', all[i + 1])
    if value then
        table.insert(found, value)
        table.insert(found, redis.call('PTTL', all[i + 1]))
    end
end
return found
)";

/// KEYS: index. ARGV: session id. Returns how many ended.
constexpr std::string_view end_script = R"(
local key = redis.call('HGET', KEYS[1], ARGV[1])
if not key then return 0 end
redis.call('HDEL', KEYS[1], ARGV[1])
return redis.call('DEL', key)
)";

long long milliseconds_of(model::timestamp at)
{
    return at.time_since_epoch().count();
}

model::timestamp time_at(const json& value, const char* name)
{
    const auto found = value.find(name);
    const bool is_time = found != value.end() && found->is_number_integer();
    return model::timestamp(std::chrono::milliseconds(is_time ? found->get<long long>() : 0));
}

std::string text_at(const json& value, const char* name)
{
    const auto found = value.find(name);
    return found != value.end() && found->is_string() ? found->get<std::string>() : std::string();
}

/// The look at a session's value by which all others are made.
std::optional<signed_in> session_from(const json& value)
{
    if (!value.is_object() || time_at(value, "began") + sign_in_sessions::age_max < model::now())
        return std::nullopt;
    signed_in session;
    session.id = model::moderator_id(text_at(value, "id"));
    session.name = text_at(value, "name");
    session.role =
        model::moderator_role_from(text_at(value, "role")).value_or(model::moderator_role::viewer);
    session.csrf_token = text_at(value, "csrf");
    session.session_id = text_at(value, "session");
    session.proved_at = time_at(value, "proved");
    return session;
}

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

awaitable<std::pair<std::string, signed_in>> sign_in_sessions::begin(
    model::moderator who,
    std::string agent)
{
    signed_in session;
    session.id = who.id;
    session.name = who.name;
    session.role = who.role;
    session.sites = who.sites;
    session.second_factor = !who.sealed_secret.empty();
    session.settings = who.settings;
    session.session_id = model::new_uuid();
    session.csrf_token = privacy::random_token();
    session.proved_at = std::max(model::now(), who.valid_after + std::chrono::milliseconds(1));
    const json value = {
        {"id", session.id.str()},
        {"name", session.name},
        {"role", model::to_string(session.role)},
        {"csrf", session.csrf_token},
        {"session", session.session_id},
        {"began", milliseconds_of(model::now())},
        {"proved", milliseconds_of(session.proved_at)},
        {"agent", agent},
    };

    auto token = privacy::random_token();
    std::vector<std::string> keys = {key_of(token), index_of(session.id)};
    std::vector<std::string> arguments = {
        value.dump(),
        std::to_string(settings_.session_lifetime.count()),
        session.session_id,
        std::to_string(std::chrono::seconds(age_max).count())};
    co_await connection_
        .evaluate(begin_script, std::move(keys), std::move(arguments), settings_.deadline);
    co_return std::make_pair(std::move(token), std::move(session));
}

awaitable<std::optional<signed_in>> sign_in_sessions::find(std::string token, look how)
{
    redis::command get("GETEX");
    get.add(key_of(token));
    if (how == look::use)
        get.add("EX").add(settings_.session_lifetime.count());
    const auto answer = co_await connection_.execute(std::move(get), settings_.deadline);
    if (answer.is_nil())
        co_return std::nullopt;
    co_return session_from(json::parse(answer.text(), nullptr, false));
}

awaitable<void> sign_in_sessions::end(std::string token)
{
    redis::command forget("GETDEL");
    forget.add(key_of(token));
    const auto answer = co_await connection_.execute(std::move(forget), settings_.deadline);
    if (answer.is_nil())
        co_return;
    const auto session = session_from(json::parse(answer.text(), nullptr, false));
    if (session)
        co_await end_one(session->id, session->session_id);
}

awaitable<void> sign_in_sessions::prove(std::string token, model::timestamp at)
{
    redis::command get("GET");
    get.add(key_of(token));
    const auto answer = co_await connection_.execute(std::move(get), settings_.deadline);
    if (answer.is_nil())
        co_return;
    auto value = json::parse(answer.text(), nullptr, false);
    if (!value.is_object())
        co_return;
    value["proved"] = milliseconds_of(at);
    redis::command keep("SET");
    keep.add(key_of(token)).add(value.dump()).add("XX").add("KEEPTTL");
    co_await connection_.execute(std::move(keep), settings_.deadline);
}

awaitable<std::vector<listed_session>> sign_in_sessions::list(
    model::moderator_id moderator,
    model::timestamp valid_after)
{
    std::vector<std::string> keys = {index_of(moderator)};
    std::vector<std::string> none;
    const auto answer = co_await connection_.evaluate(
        list_script,
        std::move(keys),
        std::move(none),
        settings_.deadline);
    const auto now = model::now();
    const auto lifetime = std::chrono::milliseconds(settings_.session_lifetime);
    std::vector<listed_session> sessions;
    const auto& found = answer.elements();
    for (std::size_t i = 0; i + 1 < found.size(); i += 2) {
        const auto value = json::parse(found[i].text(), nullptr, false);
        const auto session = session_from(value);
        if (!session || session->proved_at <= valid_after)
            continue;
        listed_session each;
        each.id = session->session_id;
        each.began_at = time_at(value, "began");
        // Each use sets the lifetime anew, so what is left of it says when that was.
        const auto unused = lifetime - std::chrono::milliseconds(found[i + 1].integer());
        each.used_at = std::clamp(now - unused, each.began_at, std::max(now, each.began_at));
        each.agent = text_at(value, "agent");
        sessions.push_back(std::move(each));
    }
    std::ranges::sort(sessions, std::ranges::greater(), &listed_session::used_at);
    co_return sessions;
}

awaitable<bool> sign_in_sessions::end_one(model::moderator_id moderator, std::string session_id)
{
    std::vector<std::string> keys = {index_of(moderator)};
    std::vector<std::string> arguments = {std::move(session_id)};
    const auto answer = co_await connection_.evaluate(
        end_script,
        std::move(keys),
        std::move(arguments),
        settings_.deadline);
    co_return answer.integer() > 0;
}

std::string sign_in_sessions::key_of(std::string_view token) const
{
    return prefix_ + "session:" + privacy::hash_of_token(token);
}

std::string sign_in_sessions::index_of(const model::moderator_id& moderator) const
{
    return prefix_ + "sessions-of:" + moderator.str();
}

bool same_token(std::string_view a, std::string_view b) noexcept
{
    return a.size() == b.size() && sodium_memcmp(a.data(), b.data(), a.size()) == 0;
}

}  // namespace rejoinder::auth
