-- Keep the newest: adds an id and drops what is too old or too many. The number is the promise of the lists: the newest so many
-- for certain.
-- KEYS  1 the ids (sorted set by time)
-- ARGV  1 id   2 its time, epoch ms   3 how many to keep   4 what is older is dropped, epoch ms   5 life, ms
redis.call('ZADD', KEYS[1], ARGV[2], ARGV[1])
redis.call('ZREMRANGEBYSCORE', KEYS[1], '-inf', '(' .. ARGV[4])
redis.call('ZREMRANGEBYRANK', KEYS[1], 0, -1 - tonumber(ARGV[3]))
return redis.call('PEXPIRE', KEYS[1], ARGV[5])
