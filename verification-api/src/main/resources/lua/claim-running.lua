-- Claim the name of a running verification: the first one keeps it until it is over.
-- KEYS  1 the name   ARGV  1 the id that wants it   2 the id that is over and may be replaced, or ''   3 life, ms
local holder = redis.call('GET', KEYS[1])
if holder and holder ~= ARGV[2] then return holder end
redis.call('SET', KEYS[1], ARGV[1], 'PX', ARGV[3])
return ARGV[1]
