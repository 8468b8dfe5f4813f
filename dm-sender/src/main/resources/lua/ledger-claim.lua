-- Claims one dispatch before X is called, or says why not.
--
-- KEYS[1]  the dispatch's entry: a hash of either
--            event                  settled: what was reported, for good
--          or
--            owner                  claimed: by which caller
--            calling                when the owner began to call X, by its clock
--            first                  when the first call of this dispatch began: a message may be as old as that
--            doubt, over            a call by which a message may be out there that no replica recorded: when it began at
--                                   the earliest, and when it was over at the latest
--            unconfirmed            1 if an interim report was made
--            calls                  how many calls were begun, see ledger-call.lua
--            to                     <user id>:<handle or nothing>:<when X said so, or nothing>, see ledger-recipient.lua
-- KEYS[2]  the lease: exists as long as the claim is respected, and holds its owner. Redis alone ends it
-- KEYS[3]  exists if the verification has ended, see ledger-call.lua
-- ARGV     owner, length of the lease, now, memory; in milliseconds, now from the caller's clock
-- Answers  claimed:<1 if the verification has ended, else 0>:<calls>:<first>:<doubt>:<over>:<to>, with nothing where nothing is known
--          | held:<milliseconds that the lease has left> | settled:<event>
--
-- Guarantee: of all who ask at the same time, one may call X.

local owner, lease, now, memory = ARGV[1], ARGV[2], ARGV[3], ARGV[4]
local event, calls, calling, first, doubt, over, to =
    unpack(redis.call('HMGET', KEYS[1], 'event', 'calls', 'calling', 'first', 'doubt', 'over', 'to'))

if event then
  return 'settled:' .. event
end
local left = redis.call('PTTL', KEYS[2])
if left > 0 then
  return 'held:' .. left
end
-- The holder died. If it was not calling, nothing is out there. A call was over when the lease was: at the latest now.
if calling then
  doubt = doubt or first or calling
  over = tonumber(now) < tonumber(doubt) and doubt or now
  redis.call('HDEL', KEYS[1], 'calling')
  redis.call('HSET', KEYS[1], 'doubt', doubt, 'over', over)
end

redis.call('SET', KEYS[2], owner, 'PX', lease)
redis.call('HSET', KEYS[1], 'owner', owner)
redis.call('PEXPIRE', KEYS[1], memory)
return 'claimed:' .. redis.call('EXISTS', KEYS[3]) .. ':' .. (calls or '0') .. ':' .. (first or '') .. ':' .. (doubt or '') .. ':' .. (over or '') .. ':' .. (to or '::')
