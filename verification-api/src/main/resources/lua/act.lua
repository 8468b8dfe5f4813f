-- Remember the last act of a person: a follow or a START. An older one changes nothing.
-- KEYS  1 when the person last acted, epoch ms   ARGV  1 when, epoch ms   2 life, ms
local before = tonumber(redis.call('GET', KEYS[1]) or '')
if before and before >= tonumber(ARGV[1]) then return 0 end
redis.call('SET', KEYS[1], ARGV[1], 'PX', ARGV[2])
return 1
