-- Claims one dispatch before X is called, or says why not.
--
-- KEYS[1]  the dispatch's entry: a hash of either
--            event                  settled: what was announced, for good
--          or
--            owner, lease, since    claimed: by whom, until when, from when on
--            doubt, over            a call by which a message may be out there that nobody recorded: when it began at
--                                   the earliest, and when it was over at the latest
--            to                     <user id>:<handle or nothing>, see address.lua
-- ARGV     owner, now, end of the lease, memory; all times in milliseconds, from the caller's clock
-- Answers  claimed:<doubt>:<over>:<user id>:<handle>, with nothing where nothing is known
--          | held:<until> | settled:<event>
--
-- Promise: of all who ask at the same time, one may call X.

local owner, now, lease, memory = ARGV[1], ARGV[2], ARGV[3], ARGV[4]
local event, holder, held_until, since, doubt, over, to =
    unpack(redis.call('HMGET', KEYS[1], 'event', 'owner', 'lease', 'since', 'doubt', 'over', 'to'))

if event then
  return 'settled:' .. event
end
if holder and tonumber(held_until) > tonumber(now) then
  return 'held:' .. held_until
end
-- The holder died: maybe before its call, maybe after. Whatever it called was over when its lease was.
if holder then
  doubt = doubt or since
  over = held_until
end

redis.call('HSET', KEYS[1], 'owner', owner, 'lease', lease, 'since', now)
if doubt then
  over = over or now -- an entry of an earlier version
  redis.call('HSET', KEYS[1], 'doubt', doubt, 'over', over)
end
redis.call('PEXPIRE', KEYS[1], memory)
return 'claimed:' .. (doubt or '') .. ':' .. (over or '') .. ':' .. (to or ':')
