#include "server/publish/event_stream.hpp"

#include "server/redis/connection.hpp"

#include <charconv>
#include <utility>

namespace rejoinder::publish {

namespace {

constexpr std::chrono::milliseconds block_for{1'000};
constexpr int read_max = 500;

/// An id not above the last one is refused by XADD; that is how a repeated append changes nothing.
/// ARGV: the length to keep, then per message seq, site, story, readers' JSON, desk's JSON, and
/// "1" where it only adds.
constexpr std::string_view append_script = R"(
local function last_seq()
    local last = redis.call('XREVRANGE', KEYS[1], '+', '-', 'COUNT', 1)
    if #last == 0 then return 0 end
    return tonumber(string.match(last[1][1], '^%d+'))
end
local last = last_seq()
for i = 2, #ARGV, 6 do
    local seq = tonumber(ARGV[i])
    if seq > last then
        redis.call('XADD', KEYS[1], 'MAXLEN', '~', ARGV[1], ARGV[i] .. '-0',
            'site', ARGV[i + 1], 'story', ARGV[i + 2], 'readers', ARGV[i + 3], 'desk', ARGV[i + 4],
            'adds', ARGV[i + 5])
        last = seq
    end
end
return last
)";

std::int64_t seq_of(const std::string& entry_id)
{
    std::int64_t seq = 0;
    std::from_chars(entry_id.data(), entry_id.data() + entry_id.size(), seq);
    return seq;
}

std::shared_ptr<const std::string> shared_or_null(const std::string& text)
{
    return text.empty() ? nullptr : std::make_shared<const std::string>(text);
}

feed_message message_from(const redis::reply& entry)
{
    feed_message message;
    message.seq = seq_of(entry.at(0).text());
    const auto& fields = entry.at(1).elements();
    for (std::size_t i = 0; i + 1 < fields.size(); i += 2) {
        const auto& name = fields[i].text();
        const auto& value = fields[i + 1].text();
        if (name == "site")
            message.story.site = model::site_id(value);
        else if (name == "story")
            message.story.story = model::story_id(value);
        else if (name == "readers")
            message.for_readers = shared_or_null(value);
        else if (name == "desk")
            message.for_desk = shared_or_null(value);
        else if (name == "adds")
            message.only_adds = value == "1";
    }
    return message;
}

std::vector<feed_message> messages_from(const std::vector<redis::reply>& entries)
{
    std::vector<feed_message> messages;
    messages.reserve(entries.size());
    for (const auto& entry : entries)
        messages.push_back(message_from(entry));
    return messages;
}

}  // namespace

event_stream::event_stream(
    redis::connection& connection,
    std::string key,
    publish_settings settings)
    : connection_(connection),
      key_(std::move(key)),
      settings_(settings)
{
}

awaitable<std::int64_t> event_stream::append(std::vector<feed_message> messages)
{
    std::vector<std::string> arguments = {std::to_string(settings_.stream_events_max)};
    for (const auto& message : messages) {
        arguments.push_back(std::to_string(message.seq));
        arguments.push_back(message.story.site.str());
        arguments.push_back(message.story.story.str());
        arguments.push_back(message.for_readers ? *message.for_readers : std::string());
        arguments.push_back(message.for_desk ? *message.for_desk : std::string());
        arguments.emplace_back(message.only_adds ? "1" : "");
    }
    std::vector<std::string> keys = {key_};
    const auto answer = co_await connection_.evaluate(
        append_script,
        std::move(keys),
        std::move(arguments),
        settings_.deadline);
    co_return answer.integer();
}

awaitable<std::int64_t> event_stream::latest()
{
    redis::command last("XREVRANGE");
    last.add(key_).add("+").add("-").add("COUNT").add(1);
    const auto answer = co_await connection_.execute(std::move(last), settings_.deadline);
    co_return answer.elements().empty() ? 0 : seq_of(answer.at(0).at(0).text());
}

awaitable<std::vector<feed_message>> event_stream::read_last(std::size_t count)
{
    redis::command last("XREVRANGE");
    last.add(key_).add("+").add("-").add("COUNT").add(count);
    const auto answer = co_await connection_.execute(std::move(last), settings_.deadline);
    auto messages = messages_from(answer.elements());
    co_return std::vector<feed_message>(
        std::make_move_iterator(messages.rbegin()),
        std::make_move_iterator(messages.rend()));
}

awaitable<std::vector<feed_message>> event_stream::read_after(std::int64_t seq)
{
    redis::command next("XREAD");
    next.add("COUNT").add(read_max).add("BLOCK").add(block_for.count());
    next.add("STREAMS").add(key_).add(std::to_string(seq) + "-0");
    const auto answer =
        co_await connection_.execute(std::move(next), block_for + settings_.deadline);
    if (answer.elements().empty())
        co_return std::vector<feed_message>();
    co_return messages_from(answer.at(0).at(1).elements());
}

awaitable<void> event_stream::erase()
{
    redis::command forget("DEL");
    forget.add(key_);
    co_await connection_.execute(std::move(forget), settings_.deadline);
}

}  // namespace rejoinder::publish
