-- Keep that a person opted out (STOP) or in again (START): the latest counts, whatever the order of arrival, and of two with one
-- time the opt-out; the same word again changes nothing. The records that tell dm-sender are written in the same step. An opt-out
-- has no end but a START.
-- KEYS  1 the state: "opted_out <epoch ms>" or "opted_in <epoch ms>"   2 the outbox (stream)
-- ARGV  1 opted_out or opted_in   2 when that was said, epoch ms   3 life of an opted_in, ms   4 life of the outbox, ms
--       5.. one record for each account that speaks for this brand
-- Answers the id of each record in the outbox; none if that is not the latest.
local state, at = string.match(redis.call('GET', KEYS[1]) or '', '^(%a+_%a+) (%d+)$')
local isSame = at and tonumber(at) == tonumber(ARGV[2]) and (state == 'opted_out' or state == ARGV[1])
if isSame or (at and tonumber(at) > tonumber(ARGV[2])) then return {} end
if ARGV[1] == 'opted_out' then
  redis.call('SET', KEYS[1], 'opted_out ' .. ARGV[2])
else
  -- Its time is kept for a while, so that an older STOP that arrives later changes nothing.
  redis.call('SET', KEYS[1], 'opted_in ' .. ARGV[2], 'PX', ARGV[3])
end
local entries = {}
for i = 5, #ARGV do entries[#entries + 1] = redis.call('XADD', KEYS[2], '*', 'r', ARGV[i]) end
redis.call('PEXPIRE', KEYS[2], ARGV[4])
return entries
