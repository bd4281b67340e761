-- Gives shards that this node ran to others, or free when no receiver lives.
--
-- A script, since only the owner may give, and the receiver must be known to live at that
-- moment; the shard has an owner all the time, so that no third node takes it. With the
-- last ones, a node that stops takes itself out, too, and its starts: they were no crash.
--
-- KEYS  1 the owners (shard -> token:node)  2 the last token  3 the ids of all nodes
--       4 this node  5 when nodes were started
-- ARGV  1 id  2 where nodes are  3 the highest token that the node has met
--       4 how long what nobody renews is kept, in ms  5 where nodes listen
--       6 whether the node leaves (1 or 0)  7... shard, token, receiver
-- Returns the shards that were given.
local time = redis.call('TIME')
local token = math.max(tonumber(time[1]) * 1000000 + tonumber(time[2]),
    tonumber(redis.call('GET', KEYS[2]) or '0') + 1, tonumber(ARGV[3]) + 1)
local written = string.format('%.0f', token)
local answer = {}
local told = {}
for i = 7, #ARGV, 3 do
  if redis.call('HGET', KEYS[1], ARGV[i]) == ARGV[i + 1] .. ':' .. ARGV[1] then
    local receiver = ARGV[i + 2]
    if receiver ~= '' and redis.call('EXISTS', ARGV[2] .. receiver) == 0 then
      receiver = ''
    end
    redis.call('HSET', KEYS[1], ARGV[i], written .. ':' .. receiver)
    told[receiver] = true
    answer[#answer + 1] = ARGV[i]
  end
end
if #answer > 0 then
  redis.call('SET', KEYS[2], written, 'PX', ARGV[4])
end
if ARGV[6] == '1' then
  redis.call('SREM', KEYS[3], ARGV[1])
  redis.call('DEL', KEYS[4])
  for _, start in ipairs(redis.call('HKEYS', KEYS[5])) do
    if string.sub(start, 1, #ARGV[1] + 1) == ARGV[1] .. '/' then
      redis.call('HDEL', KEYS[5], start)
    end
  end
  told[''] = true
end
for receiver in pairs(told) do
  redis.call('PUBLISH', ARGV[5] .. (receiver == '' and '*' or receiver), 'changed')
end
return answer
