-- Count the queue of an account and the part of one tenant in it. Drops first what nobody waits for any more.
-- KEYS  1 the queue   2 the tenant's part   ARGV  1 what joined before this instant is dropped, epoch ms
for i = 1, 2 do redis.call('ZREMRANGEBYSCORE', KEYS[i], '-inf', '(' .. ARGV[1]) end
return { redis.call('ZCARD', KEYS[1]), redis.call('ZCARD', KEYS[2]) }
