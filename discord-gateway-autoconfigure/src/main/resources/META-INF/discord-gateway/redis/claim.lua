-- Takes shards that nobody runs: those without an owner, or whose owner's key is gone.
--
-- A script, since between looking and taking nobody else may take. The fencing token must
-- never go back, also when Redis has lost its data: it is one more than the last one, and at
-- least the server's time in microseconds, and more than any that the asking node has met.
-- Lua's numbers hold that exactly until the year 2255.
--
-- KEYS  1 the owners (shard -> token:node)  2 the last token
-- ARGV  1 id  2 where nodes are  3 the highest token that the node has met
--       4 how long what nobody renews is kept, in ms  5... shards
-- Returns the token, and the shards that were taken.
if redis.call('EXISTS', ARGV[2] .. ARGV[1]) == 0 then
  return { '0' }
end
local time = redis.call('TIME')
local token = math.max(tonumber(time[1]) * 1000000 + tonumber(time[2]),
    tonumber(redis.call('GET', KEYS[2]) or '0') + 1, tonumber(ARGV[3]) + 1)
local written = string.format('%.0f', token)
local answer = { written }
for i = 5, #ARGV do
  local owner = redis.call('HGET', KEYS[1], ARGV[i])
  local node = owner and string.match(owner, ':(.*)$') or ''
  if node == '' or redis.call('EXISTS', ARGV[2] .. node) == 0 then
    redis.call('HSET', KEYS[1], ARGV[i], written .. ':' .. ARGV[1])
    answer[#answer + 1] = ARGV[i]
  end
end
if #answer > 1 then
  redis.call('SET', KEYS[2], written, 'PX', ARGV[4])
  redis.call('PEXPIRE', KEYS[1], ARGV[4])
end
return answer
