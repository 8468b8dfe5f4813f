-- Give back a use that was taken. It does nothing for a use that is not there: it was given back, or its windows are over.
-- KEYS  1 the uses (sorted set)   ARGV  1 name of the use
return redis.call('ZREM', KEYS[1], ARGV[1])
