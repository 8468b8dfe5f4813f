-- Gives a claim back, undecided.
--
-- KEYS     the dispatch's entry and its lease, see ledger-claim.lua
-- ARGV     owner, doubt and its end ('' for none), memory, 1 to make an interim report (else 0); all times in milliseconds
-- Answers  1, or 0 if the claim belongs to another caller by now; 2 if an interim report is to be made, once for each dispatch
--
-- Guarantee: a call in doubt outlives the claim, so that the next owner looks before sending; so does whom the message goes to.

local owner, doubt, over, memory, unconfirmed = ARGV[1], ARGV[2], ARGV[3], ARGV[4], ARGV[5]

if redis.call('HGET', KEYS[1], 'owner') ~= owner then
  return 0
end
redis.call('HDEL', KEYS[1], 'owner', 'calling', 'doubt', 'over')
if doubt ~= '' then
  redis.call('HSET', KEYS[1], 'doubt', doubt, 'over', over)
end
local report = unconfirmed == '1' and redis.call('HSETNX', KEYS[1], 'unconfirmed', '1') == 1
redis.call('PEXPIRE', KEYS[1], memory) -- an entry of which nothing is left is gone
if redis.call('GET', KEYS[2]) == owner then
  redis.call('DEL', KEYS[2])
end
return report and 2 or 1
