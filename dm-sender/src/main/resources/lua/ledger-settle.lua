-- Records for good what became of a dispatch.
--
-- KEYS     the dispatch's entry and its lease, see ledger-claim.lua
-- ARGV     owner, event, memory in milliseconds
-- Answers  1, or 0 if the claim belongs to another caller by now or was settled
--
-- Guarantee: one outcome for each dispatch, and it never changes. An entry that Redis has lost is written all the same:
-- the caller knows what happened, and no other one does.

local owner, event, memory = ARGV[1], ARGV[2], ARGV[3]
local settled, holder = unpack(redis.call('HMGET', KEYS[1], 'event', 'owner'))

if settled or (holder and holder ~= owner) then
  return 0
end
redis.call('DEL', KEYS[1])
redis.call('HSET', KEYS[1], 'event', event)
redis.call('PEXPIRE', KEYS[1], memory)
if redis.call('GET', KEYS[2]) == owner then
  redis.call('DEL', KEYS[2])
end
return 1
