-- End a damaged verification: value, deadline and entry of the quarantine are deleted together. 0 if it is not in the quarantine.
-- KEYS  1 the verification   2 the deadlines of its shard (sorted set)   3 the quarantine of its shard (hash)
-- ARGV  1 verification id
if redis.call('HDEL', KEYS[3], ARGV[1]) == 0 then return 0 end
redis.call('DEL', KEYS[1])
redis.call('ZREM', KEYS[2], ARGV[1])
return 1
