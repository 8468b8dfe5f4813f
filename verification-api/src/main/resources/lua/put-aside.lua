-- Put a damaged verification aside: it is looked at again after 1, 5, and then every 30 minutes, and holds up no other meanwhile.
-- It is never dropped.
-- KEYS  1 the verification   2 the deadlines of its shard (sorted set)   3 what was put aside in its shard (hash)
-- ARGV  1 verification id   2 now, epoch ms   3 the cause   4 how long it is kept, ms
local times = tonumber(string.match(redis.call('HGET', KEYS[3], ARGV[1]) or '', '^(%d+) ') or '0') + 1
local minutes = times == 1 and 1 or times == 2 and 5 or 30
redis.call('ZADD', KEYS[2], tonumber(ARGV[2]) + minutes * 60000, ARGV[1])
redis.call('HSET', KEYS[3], ARGV[1], string.format('%d %s %s', times, ARGV[2], ARGV[3]))
redis.call('PEXPIRE', KEYS[1], ARGV[4])
redis.call('PEXPIRE', KEYS[2], ARGV[4])
redis.call('PEXPIRE', KEYS[3], ARGV[4])
return minutes
