-- Remember that a person refused. A "no" after a "stop" is heard as the "stop" said again: it lives no shorter for it.
-- KEYS  1 the person's refusal   ARGV  1 declined or opted_out   2 when, epoch ms   3 life, ms
local before = redis.call('GET', KEYS[1])
if ARGV[1] == 'declined' and before and string.find(before, 'opted_out', 1, true) == 1 then
  redis.call('SET', KEYS[1], 'opted_out ' .. ARGV[2], 'KEEPTTL')
else
  redis.call('SET', KEYS[1], ARGV[1] .. ' ' .. ARGV[2], 'PX', ARGV[3])
end
return 1
