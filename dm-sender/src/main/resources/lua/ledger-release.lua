-- Gives a claim back, undecided.
--
-- KEYS     the dispatch's entry and its lease, see ledger-claim.lua
-- ARGV     owner, doubt and its end ('' for none), memory; all times in milliseconds
-- Answers  1, or 0 if the claim belongs to another caller by now
--
-- Guarantee: a call in doubt outlives the claim, so that the next owner looks before sending; so does whom the message goes to.

local owner, doubt, over, memory = ARGV[1], ARGV[2], ARGV[3], ARGV[4]

if redis.call('HGET', KEYS[1], 'owner') ~= owner then
  return 0
end
redis.call('HDEL', KEYS[1], 'owner', 'calling', 'doubt', 'over')
if doubt ~= '' then
  redis.call('HSET', KEYS[1], 'doubt', doubt, 'over', over)
end
redis.call('PEXPIRE', KEYS[1], memory) -- an entry of which nothing is left is gone
if redis.call('GET', KEYS[2]) == owner then
  redis.call('DEL', KEYS[2])
end
return 1
