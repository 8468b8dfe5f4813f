-- What is left in each window, without taking anything.
--
-- KEYS     the windows, see rate-limit-take.lua
-- ARGV     now in milliseconds
-- Answers  for each key <left>@<reset>, or nothing if no window is running; joined by ;

local now = tonumber(ARGV[1])
local answers = {}

for i, key in ipairs(KEYS) do
  local left, reset = unpack(redis.call('HMGET', key, 'left', 'reset'))
  answers[i] = reset and tonumber(reset) > now and (left .. '@' .. reset) or ''
end
return table.concat(answers, ';')
