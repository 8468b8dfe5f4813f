-- Remember that a person declined ("it was not me"): the latest word counts, whatever the order of arrival.
-- KEYS  1 when the person last declined, epoch ms   ARGV  1 when that was said, epoch ms   2 life, ms
local before = tonumber(redis.call('GET', KEYS[1]) or '')
if before and before >= tonumber(ARGV[1]) then return 0 end
redis.call('SET', KEYS[1], ARGV[1], 'PX', ARGV[2])
return 1
