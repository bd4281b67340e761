-- Keeps the guilds of a session, unless a later owner of the shard is known.
--
-- A script, since between the look at the token and the write a later owner may come, who
-- goes on with the same session and may know of other guilds. As with sessions, both the
-- owners and the session are looked at: one of them may have been lost.
--
-- KEYS  1 the owners (shard -> token:node)  2 the sessions (shard -> token|session)
--       3 the guilds of the shard
-- ARGV  1 shard  2 token (0 without one)  3 guilds  4 how long they are kept, in ms
-- Returns whether they were kept.
local token = tonumber(ARGV[2])
local owner = redis.call('HGET', KEYS[1], ARGV[1])
local stored = redis.call('HGET', KEYS[2], ARGV[1])
local newest = math.max(owner and tonumber(string.match(owner, '^(%d+):')) or 0,
    stored and tonumber(string.match(stored, '^(%d+)|')) or 0)
if token > 0 and newest > token then
  return { '0' }
end
redis.call('SET', KEYS[3], ARGV[3], 'PX', ARGV[4])
return { '1' }
