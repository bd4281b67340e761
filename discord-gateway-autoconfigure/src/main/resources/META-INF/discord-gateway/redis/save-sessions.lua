-- Keeps and removes sessions, unless a later owner of the shard is known.
--
-- A script, since between the look at the token and the write a later owner may come. Both
-- the owners and the session itself are looked at: one of them may have been lost.
--
-- KEYS  1 the owners (shard -> token:node)  2 the sessions (shard -> token|session)
-- ARGV  1 how long sessions are kept, in ms  2 where guilds are
--       3... shard, token (0 without one), session (empty to remove it)
-- Returns the shards whose change was refused.
local refused = {}
for i = 3, #ARGV, 3 do
  local token = tonumber(ARGV[i + 1])
  local owner = redis.call('HGET', KEYS[1], ARGV[i])
  local stored = redis.call('HGET', KEYS[2], ARGV[i])
  local newest = math.max(owner and tonumber(string.match(owner, '^(%d+):')) or 0,
      stored and tonumber(string.match(stored, '^(%d+)|')) or 0)
  if token > 0 and newest > token then
    refused[#refused + 1] = ARGV[i]
  elseif ARGV[i + 2] == '' then
    redis.call('HDEL', KEYS[2], ARGV[i])
    redis.call('DEL', ARGV[2] .. ARGV[i])
  else
    redis.call('HSET', KEYS[2], ARGV[i], ARGV[i + 1] .. '|' .. ARGV[i + 2])
  end
end
redis.call('PEXPIRE', KEYS[2], ARGV[1])
return refused
