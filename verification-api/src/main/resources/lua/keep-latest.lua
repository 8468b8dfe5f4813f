-- Keep the latest of some instants: when a person acted, or declined. An older one changes nothing, whatever the order of arrival.
-- KEYS  1 the instant, epoch ms   ARGV  1 the new one, epoch ms   2 life, ms
local before = tonumber(redis.call('GET', KEYS[1]) or '')
if before and before >= tonumber(ARGV[1]) then return 0 end
redis.call('SET', KEYS[1], ARGV[1], 'PX', ARGV[2])
return 1
