-- Returns one message that never reached X to the windows it was taken from.
--
-- KEYS     the windows, see take.lua
-- ARGV     now in milliseconds, then for each key its limit (0: none)
--
-- Promise: a window never holds more than its limit; one that ended meanwhile gets nothing.

local now = tonumber(ARGV[1])

for i, key in ipairs(KEYS) do
  local limit = tonumber(ARGV[1 + i])
  local left, reset = unpack(redis.call('HMGET', key, 'left', 'reset'))
  if reset and tonumber(reset) > now and (limit == 0 or tonumber(left) < limit) then
    redis.call('HINCRBY', key, 'left', 1)
  end
end
return 'given back'
