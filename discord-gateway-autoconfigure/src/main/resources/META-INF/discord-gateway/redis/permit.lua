-- Grants permits to identify: one for each bucket that neither rests nor has one out.
--
-- A script, since a bucket must not be granted twice, nor more than the day's budget allows.
-- A permit that is out is a key with the window as its time to live, which its holder
-- prolongs: when the holder dies, the bucket is free after a window.
--
-- The script also says when to ask again, so that nodes do not ask in vain: those that wait
-- with lower shards come first, and only as many nodes come back at the next free bucket as
-- could be granted something; the others come windows later.
--
-- KEYS  1 max_concurrency  2 identifies left  3 the pause after a change of max_concurrency
--       4 who waits (node -> lowest shard)
-- ARGV  1 node  2 window in ms  3 max_concurrency when nobody has told  4 reserve
--       5 where buckets are  6... shards that wait, ascending
-- Returns the milliseconds until it makes sense to ask again, and each granted
-- shard with its bucket.
local window = tonumber(ARGV[2])
local most = tonumber(redis.call('GET', KEYS[1]) or ARGV[3])
local left = redis.call('GET', KEYS[2])
local available = left and tonumber(left) - tonumber(ARGV[4]) or math.huge
local pause = redis.call('PTTL', KEYS[3])
local wait = math.huge
local denied = nil
local answer = { '0' }
for i = 6, #ARGV do
  local bucket = ARGV[5] .. (tonumber(ARGV[i]) % most)
  local rest = math.max(redis.call('PTTL', bucket), pause)
  if available <= 0 then
    rest = math.max(rest, redis.call('PTTL', KEYS[2]))
  end
  if rest <= 0 then
    redis.call('SET', bucket, ARGV[1], 'PX', window)
    if left then
      redis.call('DECR', KEYS[2])
    end
    available = available - 1
    answer[#answer + 1] = ARGV[i]
    answer[#answer + 1] = bucket
  else
    denied = denied or ARGV[i]
    wait = math.min(wait, rest)
  end
end
if denied then
  redis.call('ZADD', KEYS[4], denied, ARGV[1])
  redis.call('PEXPIRE', KEYS[4], window * 8)
  local rank = redis.call('ZRANK', KEYS[4], ARGV[1])
  wait = wait + window * math.min(math.floor(rank / (2 * most)), 6)
  -- What is left may become more at any time: nobody waits for the reset alone.
  answer[1] = string.format('%.0f', math.min(math.max(wait, math.floor(window / 10)), window * 8))
else
  redis.call('ZREM', KEYS[4], ARGV[1])
end
return answer
