-- Takes in what Discord says of identifies, for all nodes.
--
-- A script, since a change of max_concurrency divides the shards into other buckets: which
-- of them the last IDENTIFYs belong to is unknown, so that all rest for a window, and none
-- may be granted in between.
--
-- Discord does not know of permits that are out and not spent yet: they are taken off, so
-- that those who ask for fresh figures, one after the other, do not spend them twice.
--
-- KEYS  1 max_concurrency  2 identifies left  3 the pause after a change
-- ARGV  1 max_concurrency  2 left  3 ms until the reset  4 window in ms
--       5 how long what nobody renews is kept, in ms  6 where buckets are
local before = redis.call('GET', KEYS[1])
if before and before ~= ARGV[1] then
  redis.call('SET', KEYS[3], '1', 'PX', ARGV[4])
end
local out = 0
for i = 0, math.min(math.max(tonumber(before or '0'), tonumber(ARGV[1])), 4096) - 1 do
  local holder = redis.call('GET', ARGV[6] .. i)
  if holder and holder ~= 'rests' then
    out = out + 1
  end
end
redis.call('SET', KEYS[1], ARGV[1], 'PX', ARGV[5])
redis.call('SET', KEYS[2], string.format('%.0f', tonumber(ARGV[2]) - out), 'PX', ARGV[3])
return { 'done' }
