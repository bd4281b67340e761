-- Ends or prolongs a permit that is out.
--
-- A script, since the bucket may have been granted to another node meanwhile, whose permit
-- must not be touched. Only an IDENTIFY that was written makes the bucket rest whoever has
-- it by now.
--
-- KEYS  1 the bucket  2 identifies left
-- ARGV  1 node  2 window in ms  3 what happened: spent, returned or kept
local mine = redis.call('GET', KEYS[1]) == ARGV[1]
if ARGV[3] == 'spent' then
  if mine or redis.call('EXISTS', KEYS[1]) == 0 then
    redis.call('SET', KEYS[1], 'rests', 'PX', ARGV[2])
  else
    redis.call('PEXPIRE', KEYS[1], ARGV[2])
  end
elseif ARGV[3] == 'returned' then
  if mine then
    redis.call('DEL', KEYS[1])
  end
  if redis.call('EXISTS', KEYS[2]) == 1 then
    redis.call('INCR', KEYS[2])
  end
elseif mine then
  redis.call('PEXPIRE', KEYS[1], ARGV[2])
end
return { 'done' }
