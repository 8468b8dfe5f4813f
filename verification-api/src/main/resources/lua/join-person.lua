-- Join: a verification is about this person. Forgets those that must be over, and answers when the person last declined, or ''.
-- KEYS  1 the verifications about the person (sorted set)   2 when the person last declined
-- ARGV  1 verification id   2 now, epoch ms   3 what joined up to this instant is over, epoch ms   4 life, ms
redis.call('ZREMRANGEBYSCORE', KEYS[1], '-inf', ARGV[3])
redis.call('ZADD', KEYS[1], ARGV[2], ARGV[1])
redis.call('PEXPIRE', KEYS[1], ARGV[4])
return redis.call('GET', KEYS[2]) or ''
