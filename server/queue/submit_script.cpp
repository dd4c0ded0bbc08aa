#include "server/queue/submit_script.hpp"

#include "server/queue/submission_codec.hpp"

#include <algorithm>
#include <cassert>
#include <cstdint>

namespace rejoinder::queue {

const std::string_view submit_script = R"lua(
local stream, dead, same, form = KEYS[1], KEYS[2], KEYS[3], KEYS[4]
local entry, id, digest, keep_seconds, waiting_max, form_seconds = unpack(ARGV, 1, 6)

local known = redis.call('GET', same)
if known then
    if string.sub(known, 37) ~= digest then
        return {'reused'}
    end
    return {'repeated', string.sub(known, 1, 36)}
end

if redis.call('XLEN', stream) + redis.call('XLEN', dead) >= tonumber(waiting_max) then
    return {'full'}
end

local time = redis.call('TIME')
local now = time[1] * 1000000 + time[2]
local wait = 0
local charged = {}
for i = 5, #KEYS do
    local count = tonumber(ARGV[2 * i - 3])
    local interval = tonumber(ARGV[2 * i - 2])
    local whole = count * interval
    -- The least: a clock that was set back must not lock anybody out.
    local free_at = math.min(tonumber(redis.call('GET', KEYS[i]) or now), now + whole)
    charged[i] = math.max(free_at, now) + interval
    wait = math.max(wait, charged[i] - now - whole)
end
if wait > 0 then
    return {'limited', math.ceil(wait / 1000)}
end

if tonumber(form_seconds) > 0 and not redis.call('SET', form, id, 'NX', 'EX', form_seconds) then
    -- In a text that somebody wrote the quotation marks would be escaped.
    entry = string.gsub(entry, '"form_token":"[%w_]+"', '"form_token":"replayed"', 1)
end
redis.call('XADD', stream, '*', 'submission', entry)
redis.call('SET', same, id .. digest, 'EX', keep_seconds)
for i = 5, #KEYS do
    local left = math.ceil((charged[i] - now) / 1000)
    redis.call('SET', KEYS[i], string.format('%.0f', charged[i]), 'PX', left)
end
return {'queued', id}
)lua";

namespace {

void add_limit(submit_call& call, std::string key, const rate_limit& limit)
{
    if (limit.count <= 0)
        return;
    const auto window = std::chrono::microseconds(limit.window).count();
    // Rounded up, so that the window never holds one more than it should.
    const auto interval = std::max<std::int64_t>(1, (window + limit.count - 1) / limit.count);
    call.keys.push_back(std::move(key));
    call.arguments.push_back(std::to_string(limit.count));
    call.arguments.push_back(std::to_string(interval));
}

}  // namespace

submit_call call_for(
    const sealed_submission& submission,
    const partition& target,
    const queue_settings& settings)
{
    const auto& [content, same_as, form] = submission;
    assert(!same_as.key.empty());

    // Each partition holds its share; the last one of a full queue is not worth counting elsewhere.
    const auto waiting_max =
        std::max<std::int64_t>(1, settings.waiting_max / std::max(1, settings.partitions));

    submit_call call;
    call.keys = {
        target.stream(),
        target.dead_stream(),
        target.idempotency(same_as.key),
        target.form(form.key)};
    call.arguments = {
        encode(content),
        content.id.str(),
        same_as.digest,
        std::to_string(std::max<std::int64_t>(1, same_as.keep.count())),
        std::to_string(waiting_max),
        std::to_string(form.key.empty() ? 0 : std::max<std::int64_t>(1, form.keep.count()))};

    if (!content.client.empty())
        add_limit(call, target.limit("client", content.client.str()), settings.per_client);
    if (!content.network.empty())
        add_limit(call, target.limit("network", content.network.str()), settings.per_network);
    if (!content.author.known_as.empty())
        add_limit(call, target.limit("author", content.author.known_as.str()), settings.per_author);
    const auto story = content.story.site.str() + ":" + content.story.story.str();
    add_limit(call, target.limit("story", story), settings.per_story);
    return call;
}

}  // namespace rejoinder::queue
