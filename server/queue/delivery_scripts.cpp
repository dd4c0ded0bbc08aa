#include "server/queue/delivery_scripts.hpp"

namespace rejoinder::queue {

const std::string_view unfinished_script = R"lua(
local stream = KEYS[1]
local group, consumer, position, limit = unpack(ARGV)

local read = redis.pcall('XREADGROUP', 'GROUP', group, consumer, 'COUNT', limit, 'STREAMS', stream,
                         position)
if read.err then
    if string.sub(read.err, 1, 7) ~= 'NOGROUP' then
        return read
    end
    redis.call('XGROUP', 'CREATE', stream, group, '0', 'MKSTREAM')
    return {'', {}}
end

local taken = {}
local last = ''
for _, entry in ipairs(read[1][2]) do
    local id, fields = entry[1], entry[2]
    last = id
    if fields then
        local pending = redis.call('XPENDING', stream, group, id, id, 1)
        taken[#taken + 1] = {id, pending[1][4], fields[1] == 'submission' and fields[2] or ''}
    else
        redis.call('XACK', stream, group, id)
    end
end
return {last, taken}
)lua";

const std::string_view reclaim_script = R"lua(
local stream = KEYS[1]
local group, consumer, position, limit, idle = unpack(ARGV)

local claimed = redis.pcall('XAUTOCLAIM', stream, group, consumer, idle, position, 'COUNT', limit)
if claimed.err then
    if string.sub(claimed.err, 1, 7) ~= 'NOGROUP' then
        return claimed
    end
    redis.call('XGROUP', 'CREATE', stream, group, '0', 'MKSTREAM')
    return {'0-0', {}}
end

local taken = {}
for i = 1, #claimed[2] do
    local entry = claimed[2][i]
    -- Redis 6.2 answers nothing for a deleted entry; unfinished_script acknowledges it one day.
    if entry then
        local id, fields = entry[1], entry[2]
        local pending = redis.call('XPENDING', stream, group, id, id, 1)
        taken[#taken + 1] = {id, pending[1][4], fields[1] == 'submission' and fields[2] or ''}
    end
end
return {claimed[1], taken}
)lua";

const std::string_view acknowledge_script = R"lua(
local stream, group = KEYS[1], ARGV[1]
for i = 2, #ARGV do
    redis.call('XACK', stream, group, ARGV[i])
    redis.call('XDEL', stream, ARGV[i])
end
return #ARGV - 1
)lua";

const std::string_view park_script = R"lua(
local stream, dead, group = KEYS[1], KEYS[2], ARGV[1]
for i = 2, #ARGV, 2 do
    local id, why = ARGV[i], ARGV[i + 1]
    local entry = redis.call('XRANGE', stream, id, id)[1]
    if entry then
        local pending = redis.call('XPENDING', stream, group, id, id, 1)[1]
        redis.call('XADD', dead, '*', 'entry', id, 'why', why, 'attempts',
                   pending and pending[4] or 0, unpack(entry[2]))
    end
    redis.call('XACK', stream, group, id)
    redis.call('XDEL', stream, id)
end
return #ARGV / 2
)lua";

}  // namespace rejoinder::queue
