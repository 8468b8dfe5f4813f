-- Notes whom the message of a dispatch goes to.
--
-- KEYS[1]  the dispatch's entry, see ledger-claim.lua
-- ARGV     owner, <user id>:<handle or nothing>:<when X said so, or nothing>
-- Answers  1, or 0 if the claim belongs to another caller by now

if redis.call('HGET', KEYS[1], 'owner') ~= ARGV[1] then
  return 0
end
redis.call('HSET', KEYS[1], 'to', ARGV[2])
return 1
