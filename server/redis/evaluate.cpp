#include "server/redis/connection.hpp"
#include "server/redis/script_hash.hpp"

#include <utility>

namespace rejoinder::redis {

namespace {

command call(
    const char* verb,
    std::string script,
    const std::vector<std::string>& keys,
    const std::vector<std::string>& arguments)
{
    command what(verb);
    what.add(std::move(script)).add(keys.size());
    for (const auto& key : keys)
        what.add(key);
    for (const auto& argument : arguments)
        what.add(argument);
    return what;
}

}  // namespace

awaitable<reply> connection::evaluate(
    std::string_view script,
    std::vector<std::string> keys,
    std::vector<std::string> arguments,
    milliseconds deadline)
{
    auto by_hash = call("EVALSHA", script_hash(script), keys, arguments);
    auto answer = co_await try_execute(std::move(by_hash), deadline);
    if (answer.error_text().starts_with("NOSCRIPT")) {
        auto by_text = call("EVAL", std::string(script), keys, arguments);
        answer = co_await try_execute(std::move(by_text), deadline);
    }
    answer.throw_if_error();
    co_return answer;
}

}  // namespace rejoinder::redis
