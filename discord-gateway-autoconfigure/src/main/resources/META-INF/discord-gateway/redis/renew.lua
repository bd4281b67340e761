-- Says that a node lives, which renews all of its leases, and tells which others live.
--
-- A script, since the time to live of a node and the state that the node then acts upon must
-- be of one moment: a lease that ran out just before is renewed only if nobody has taken it,
-- which the node has to learn from the same answer.
--
-- The leases of a node live as long as its one key does: renewing costs the same for one
-- shard as for ten thousand. (A key for each lease would cost as many renewals.)
--
-- Who finds another node gone is the only one that does: it tells the rest, so that all take
-- their part of its shards at once, and not each when its next renewal is due.
--
-- KEYS  1 the ids of all nodes  2 this node  3 the last token of this total
--       4 the owners of this total
-- ARGV  1 id  2 time to live in ms  3 what the node tells of itself  4 where nodes are
--       5 how long what nobody renews is kept, in ms  6 where nodes listen
-- Returns whether the node was known, the last token, and what each living node tells.
local known = redis.call('EXISTS', KEYS[2])
redis.call('SET', KEYS[2], ARGV[3], 'PX', ARGV[2])
redis.call('SADD', KEYS[1], ARGV[1])
redis.call('PEXPIRE', KEYS[1], ARGV[5])
redis.call('PEXPIRE', KEYS[3], ARGV[5])
redis.call('PEXPIRE', KEYS[4], ARGV[5])
local gone = false
local answer = { tostring(known), redis.call('GET', KEYS[3]) or '0' }
for _, id in ipairs(redis.call('SMEMBERS', KEYS[1])) do
  local node = redis.call('GET', ARGV[4] .. id)
  if node then
    answer[#answer + 1] = node
  else
    redis.call('SREM', KEYS[1], id)
    gone = true
  end
end
if gone then
  redis.call('PUBLISH', ARGV[6] .. '*', 'changed')
end
return answer
