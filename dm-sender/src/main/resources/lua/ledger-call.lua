-- Moves a claimed dispatch to calling, right before the call to X.
--
-- KEYS     the dispatch's entry, its lease, and the key that exists if its verification has ended; see ledger-claim.lua
-- ARGV     owner, now in milliseconds, from the caller's clock
-- Answers  calling | withdrawn: the verification has ended | lost: the claim belongs to another caller by now
--
-- Guarantee: no call begins for a verification whose end was written before.

if redis.call('GET', KEYS[2]) ~= ARGV[1] then
  return 'lost'
end
if redis.call('EXISTS', KEYS[3]) == 1 then
  return 'withdrawn'
end
redis.call('HSET', KEYS[1], 'calling', ARGV[2])
redis.call('HSETNX', KEYS[1], 'first', ARGV[2])
redis.call('HINCRBY', KEYS[1], 'calls', 1)
return 'calling'
