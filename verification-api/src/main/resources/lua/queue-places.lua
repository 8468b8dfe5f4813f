-- Places in the queue of an account, in the order of the ids: how many are before each, or '-' for who is not in it. Drops
-- first what nobody waits for any more.
-- KEYS  1 the queue   ARGV  1 what joined before this instant is dropped, epoch ms   2.. verification ids
redis.call('ZREMRANGEBYSCORE', KEYS[1], '-inf', '(' .. ARGV[1])
local places = {}
for i = 2, #ARGV do places[i - 1] = tostring(redis.call('ZRANK', KEYS[1], ARGV[i]) or '-') end
return table.concat(places, ' ')
