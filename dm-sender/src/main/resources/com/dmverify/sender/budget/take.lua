-- Takes one message from every window of an account, or nothing from any.
--
-- KEYS     the windows: hashes of left (messages), reset (when the window is full again) and known (1: the reset is X's)
-- ARGV     now, then for each key its limit (0: none of ours, obey only what X told) and its length
--          all times in milliseconds, from the caller's clock
-- Answers  taken | until:<instant>, the latest reset of all windows that are empty
--
-- Promise: over all replicas no more is taken from a window than its limit, nor than X said was left.

local now = tonumber(ARGV[1])
local come_back = 0
local taken = {}

for i, key in ipairs(KEYS) do
  local limit, length = tonumber(ARGV[2 * i]), tonumber(ARGV[2 * i + 1])
  local left, reset = unpack(redis.call('HMGET', key, 'left', 'reset'))
  if reset and tonumber(reset) > now then
    if tonumber(left) > 0 then
      taken[#taken + 1] = { key = key, left = tonumber(left) - 1 }
    else
      come_back = math.max(come_back, tonumber(reset))
    end
  elseif limit > 0 then
    taken[#taken + 1] = { key = key, left = limit - 1, opens = true, length = length }
  end
end

if come_back > 0 then
  return string.format('until:%.0f', come_back)
end

for _, window in ipairs(taken) do
  redis.call('HSET', window.key, 'left', window.left)
  if window.opens then
    -- The reset is a guess until X names its own.
    redis.call('HSET', window.key, 'reset', string.format('%.0f', now + window.length), 'known', '0')
    redis.call('PEXPIRE', window.key, window.length)
  end
end
return 'taken'
