-- Take the lease of a sweep if it is free, renew it if the replica has it and asks for that. Answers 1 if the replica has it.
-- KEYS  1 the lease   ARGV  1 the replica   2 how long, ms   3 1 to renew
local holder = redis.call('GET', KEYS[1])
if holder and holder ~= ARGV[1] then return 0 end
if not holder or ARGV[3] == '1' then redis.call('SET', KEYS[1], ARGV[1], 'PX', ARGV[2]) end
return 1
