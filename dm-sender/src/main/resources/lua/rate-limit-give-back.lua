-- Returns one call that was certainly not made to the windows it was taken from, and its message to the hour of the person.
--
-- KEYS     the windows, then, if there are any, the calls in flight, then, if the call has a name, when it was taken, then, if the
--          person counts, the person; see rate-limit-take.lua. Without windows, and without the call: X counted the call
-- ARGV     now, when it was taken, 1 if there is a call to forget (else 0), 1 if the person counts (else 0), the name of the
--          message, then for each window its limit (0: none) and its length; all times in milliseconds
--
-- Guarantee: a window never holds more than its limit. One that ended meanwhile gets nothing, nor does one that opened
-- since: it never gave this call. Taken again, the call counts again. The person
-- loses this message and no other, however often it is returned.

local now, taken_at, calls, persons = tonumber(ARGV[1]), tonumber(ARGV[2]), tonumber(ARGV[3]), tonumber(ARGV[4])
local windows = (#ARGV - 5) / 2

for i = 1, windows do
  local key, limit, length = KEYS[i], tonumber(ARGV[4 + 2 * i]), tonumber(ARGV[5 + 2 * i])
  local left, reset = unpack(redis.call('HMGET', key, 'left', 'reset'))
  local running = reset and tonumber(reset) > now
  if running and tonumber(reset) - length <= taken_at and (limit == 0 or tonumber(left) < limit) then
    redis.call('HINCRBY', key, 'left', 1)
  end
end
local flights = windows > 0 and 1 or 0
if flights == 1 and tonumber(redis.call('HGET', KEYS[windows + 1], 'count') or 0) > 0 then
  redis.call('HINCRBY', KEYS[windows + 1], 'count', -1)
end
if calls == 1 then
  redis.call('DEL', KEYS[windows + flights + 1])
end
if persons == 1 then
  redis.call('ZREM', KEYS[windows + flights + calls + 1], ARGV[5])
end
return 'given back'
