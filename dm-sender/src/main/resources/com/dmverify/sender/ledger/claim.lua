-- Claims one dispatch before X is called, or says why not.
--
-- KEYS[1]  the dispatch's entry: a hash of either
--            event                  settled: what was announced, for good
--          or
--            owner, lease, since    claimed: by whom, until when, from when on
--            doubt                  since when a message may be out there that nobody recorded
--            to                     <user id>:<handle or nothing>, see address.lua
-- ARGV     owner, now, end of the lease, memory; all times in milliseconds, from the caller's clock
-- Answers  claimed:<doubt since, or nothing>:<user id>:<handle> (or :: where nothing is known)
--          | held:<until> | settled:<event>
--
-- Promise: of all who ask at the same time, one may call X.

local owner, now, lease, memory = ARGV[1], ARGV[2], ARGV[3], ARGV[4]
local event, holder, held_until, since, doubt, to =
    unpack(redis.call('HMGET', KEYS[1], 'event', 'owner', 'lease', 'since', 'doubt', 'to'))

if event then
  return 'settled:' .. event
end
if holder and tonumber(held_until) > tonumber(now) then
  return 'held:' .. held_until
end
-- The holder died: maybe before its call, maybe after.
if holder and not doubt then
  doubt = since
end

redis.call('HSET', KEYS[1], 'owner', owner, 'lease', lease, 'since', now)
if doubt then
  redis.call('HSET', KEYS[1], 'doubt', doubt)
end
redis.call('PEXPIRE', KEYS[1], memory)
return 'claimed:' .. (doubt or '') .. ':' .. (to or ':')
