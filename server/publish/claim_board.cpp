#include "server/publish/claim_board.hpp"

#include "server/redis/connection.hpp"

#include <nlohmann/json.hpp>

#include <utility>

namespace rejoinder::publish {

namespace {

constexpr std::chrono::milliseconds deadline{2'000};

/// KEYS: the claim, the notices. ARGV: who, seconds, notices to keep, site, notice. Who: id, line
/// end, name.
constexpr std::string_view take_script = R"(
local held = redis.call('GET', KEYS[1])
if held and held ~= ARGV[1] then return held end
redis.call('SET', KEYS[1], ARGV[1], 'EX', ARGV[2])
redis.call('XADD', KEYS[2], 'MAXLEN', '~', ARGV[3], '*', 'site', ARGV[4], 'desk', ARGV[5])
return ARGV[1]
)";

/// KEYS and ARGV as above.
constexpr std::string_view release_script = R"(
if redis.call('GET', KEYS[1]) ~= ARGV[1] then return 0 end
redis.call('DEL', KEYS[1])
redis.call('XADD', KEYS[2], 'MAXLEN', '~', ARGV[3], '*', 'site', ARGV[4], 'desk', ARGV[5])
return 1
)";

constexpr int notices_max = 1'000;

std::string text_of(const claim& by)
{
    return by.id.str() + '\n' + by.name;
}

claim claim_from(const std::string& text)
{
    const auto end = text.find('\n');
    if (end == std::string::npos)
        return {};
    return {model::moderator_id(text.substr(0, end)), text.substr(end + 1)};
}

std::vector<std::string> arguments_of(
    const model::comment_id& comment,
    const model::story_key& story,
    const claim& by,
    bool open)
{
    const nlohmann::json notice = {
        {"type", "claim"},
        {"comment", comment.str()},
        {"site", story.site.str()},
        {"story", story.story.str()},
        {"by", by.name},
        {"open", open},
    };
    return {
        text_of(by),
        std::to_string(claim_lifetime.count()),
        std::to_string(notices_max),
        story.site.str(),
        notice.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace)};
}

}  // namespace

std::string notices_key(const std::string& key_prefix)
{
    return key_prefix + "notices";
}

claim_board::claim_board(redis::connection& connection, std::string key_prefix)
    : connection_(connection),
      prefix_(std::move(key_prefix))
{
}

awaitable<claim> claim_board::take(model::comment_id comment, model::story_key story, claim by)
{
    std::vector<std::string> keys = {key_of(comment.str()), notices_key(prefix_)};
    auto arguments = arguments_of(comment, story, by, true);
    const auto answer =
        co_await connection_.evaluate(take_script, std::move(keys), std::move(arguments), deadline);
    co_return claim_from(answer.text());
}

awaitable<void> claim_board::release(model::comment_id comment, model::story_key story, claim by)
{
    std::vector<std::string> keys = {key_of(comment.str()), notices_key(prefix_)};
    auto arguments = arguments_of(comment, story, by, false);
    co_await connection_.evaluate(release_script, std::move(keys), std::move(arguments), deadline);
}

awaitable<std::unordered_map<std::string, claim>> claim_board::holders(
    std::vector<std::string> comments)
{
    std::unordered_map<std::string, claim> found;
    if (comments.empty())
        co_return found;
    redis::command ask("MGET");
    for (const auto& comment : comments)
        ask.add(key_of(comment));
    const auto answer = co_await connection_.execute(std::move(ask), deadline);
    const auto& values = answer.elements();
    for (std::size_t i = 0; i < values.size() && i < comments.size(); ++i)
        if (!values[i].is_nil())
            found.emplace(comments[i], claim_from(values[i].text()));
    co_return found;
}

std::string claim_board::key_of(const std::string& comment) const
{
    return prefix_ + "claim:" + comment;
}

}  // namespace rejoinder::publish
