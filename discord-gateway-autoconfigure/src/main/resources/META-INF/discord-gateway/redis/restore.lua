-- Writes leases down again that Redis has lost, under the tokens that they have.
--
-- A script, since a later owner may do the same at the same time: the higher token wins,
-- whoever comes first.
--
-- KEYS  1 the owners (shard -> token:node)  2 the last token
-- ARGV  1 id  2 how long what nobody renews is kept, in ms  3... shard, token
-- Returns the shards that are the node's again.
local answer = {}
local last = tonumber(redis.call('GET', KEYS[2]) or '0')
for i = 3, #ARGV, 2 do
  local owner = redis.call('HGET', KEYS[1], ARGV[i])
  local token = tonumber(ARGV[i + 1])
  if not owner or tonumber(string.match(owner, '^(%d+):')) < token then
    redis.call('HSET', KEYS[1], ARGV[i], ARGV[i + 1] .. ':' .. ARGV[1])
    answer[#answer + 1] = ARGV[i]
    last = math.max(last, token)
  end
end
if #answer > 0 then
  -- One more, so that every node looks at the owners again.
  redis.call('SET', KEYS[2], string.format('%.0f', last + 1), 'PX', ARGV[2])
  redis.call('PEXPIRE', KEYS[1], ARGV[2])
end
return answer
