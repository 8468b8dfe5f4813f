-- Join the queue of an account, at its end; never a key without an end.
-- KEYS  1 the queue (sorted set)   ARGV  1 verification id   2 now, epoch ms   3 how long an order is waited for, ms
redis.call('ZADD', KEYS[1], ARGV[2], ARGV[1])
return redis.call('PEXPIRE', KEYS[1], ARGV[3])
