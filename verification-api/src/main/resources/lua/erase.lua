-- Erase a verification: its value, its deadline and its entry of the quarantine are deleted together. The entry of its idempotency
-- key stays until its end, so that a repeat of the request starts nothing. Repeating it changes nothing.
-- KEYS  1 the verification   2 the deadlines of its shard (sorted set)   3 the quarantine of its shard (hash)
-- ARGV  1 verification id
redis.call('DEL', KEYS[1])
redis.call('ZREM', KEYS[2], ARGV[1])
return redis.call('HDEL', KEYS[3], ARGV[1])
