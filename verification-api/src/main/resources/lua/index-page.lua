-- One page of a list, the newest first: what stands behind the last entry of the page before, wherever that stands now. If it has
-- left the list, what is older than it.
-- KEYS  1 the ids (sorted set by time)
-- ARGV  1 the last id of the page before, or ''   2 its time, epoch ms   3 how many
-- Answers {id, time, id, time, …}.
local start = 0
if ARGV[1] ~= '' then
  local rank = redis.call('ZREVRANK', KEYS[1], ARGV[1])
  start = rank and rank + 1 or redis.call('ZCOUNT', KEYS[1], ARGV[2], '+inf')
end
return redis.call('ZREVRANGE', KEYS[1], start, start + tonumber(ARGV[3]) - 1, 'WITHSCORES')
