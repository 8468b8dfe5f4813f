-- Look at the queue of an account: the places of some, in the order of the ids, '-' for who is not in it; and when the others
-- joined, for a long queue only every so many: "0 5 - | 0 <joined> 8 <joined> …". Drops first what nobody waits for any more.
-- KEYS  1 the queue   ARGV  1 what joined before this instant is dropped, epoch ms   2 how many to show   3.. verification ids
redis.call('ZREMRANGEBYSCORE', KEYS[1], '-inf', '(' .. ARGV[1])
local seen = {}
for i = 3, #ARGV do seen[#seen + 1] = tostring(redis.call('ZRANK', KEYS[1], ARGV[i]) or '-') end
seen[#seen + 1] = '|'
local length = redis.call('ZCARD', KEYS[1])
-- A step of 0 would never end.
local step = math.max(1, math.ceil(length / tonumber(ARGV[2])))
for rank = 0, length - 1, step do
  seen[#seen + 1] = tostring(rank)
  seen[#seen + 1] = redis.call('ZRANGE', KEYS[1], rank, rank, 'WITHSCORES')[2]
end
return table.concat(seen, ' ')
