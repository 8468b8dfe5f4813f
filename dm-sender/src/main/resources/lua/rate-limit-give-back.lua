-- Returns one message that was certainly not sent to the windows it was taken from, and to the hour of its person.
--
-- KEYS     the windows, and last, if there is one, the person; see rate-limit-take.lua. Without windows: X counted the call
-- ARGV     now, when it was taken, 1 if there is a person (else 0), the name of the message, then for each window its
--          limit (0: none) and its length; all times in milliseconds
--
-- Guarantee: a window never holds more than its limit. One that ended meanwhile gets nothing, nor does one that opened
-- since: it never gave this message. The person
-- loses this message and no other, however often it is returned.

local now, taken_at, persons = tonumber(ARGV[1]), tonumber(ARGV[2]), tonumber(ARGV[3])

for i = 1, #KEYS - persons do
  local key, limit, length = KEYS[i], tonumber(ARGV[3 + 2 * i]), tonumber(ARGV[4 + 2 * i])
  local left, reset = unpack(redis.call('HMGET', key, 'left', 'reset'))
  local running = reset and tonumber(reset) > now
  if running and tonumber(reset) - length <= taken_at and (limit == 0 or tonumber(left) < limit) then
    redis.call('HINCRBY', key, 'left', 1)
  end
end
if persons == 1 then
  redis.call('ZREM', KEYS[#KEYS], ARGV[4])
end
return 'given back'
