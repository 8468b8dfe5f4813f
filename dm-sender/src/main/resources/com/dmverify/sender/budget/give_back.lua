-- Returns one message that never reached X to the windows it was taken from.
--
-- KEYS     the windows, see take.lua
-- ARGV     now, when it was taken, then for each key its limit (0: none) and its length; all times in milliseconds
--
-- Promise: a window never holds more than its limit. One that ended meanwhile gets nothing, nor does one that opened
-- since: it never gave this message.

local now, taken_at = tonumber(ARGV[1]), tonumber(ARGV[2])

for i, key in ipairs(KEYS) do
  local limit, length = tonumber(ARGV[1 + 2 * i]), tonumber(ARGV[2 + 2 * i])
  local left, reset = unpack(redis.call('HMGET', key, 'left', 'reset'))
  local running = reset and tonumber(reset) > now
  if running and tonumber(reset) - length <= taken_at and (limit == 0 or tonumber(left) < limit) then
    redis.call('HINCRBY', key, 'left', 1)
  end
end
return 'given back'
