-- Remember an id in a set whose life begins anew; never a key without an end.
-- KEYS  1 the set   ARGV  1 the id   2 life, ms
redis.call('SADD', KEYS[1], ARGV[1])
return redis.call('PEXPIRE', KEYS[1], ARGV[2])
