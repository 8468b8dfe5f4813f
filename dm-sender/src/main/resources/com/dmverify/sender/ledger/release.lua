-- Gives a claim back, undecided.
--
-- KEYS[1]  the dispatch's entry, see claim.lua
-- ARGV     owner, doubt and its end ('' for none), memory; all times in milliseconds
-- Answers  1, or 0 if the claim belongs to somebody else by now
--
-- Promise: a doubt outlives the claim, so that whoever claims next looks before sending; so does whom it goes to.

local owner, doubt, over, memory = ARGV[1], ARGV[2], ARGV[3], ARGV[4]

if redis.call('HGET', KEYS[1], 'owner') ~= owner then
  return 0
end
redis.call('HDEL', KEYS[1], 'owner', 'lease', 'since', 'doubt', 'over')
if doubt ~= '' then
  redis.call('HSET', KEYS[1], 'doubt', doubt, 'over', over)
end
redis.call('PEXPIRE', KEYS[1], memory) -- an entry of which nothing is left is gone
return 1
