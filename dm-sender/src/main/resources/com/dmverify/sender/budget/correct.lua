-- Takes over what X said of its windows.
--
-- KEYS     the windows that X spoke of, see take.lua
-- ARGV     now, then for each key our limit (0: none), what X says is left, and X's reset (milliseconds)
--
-- Promise: afterwards no window has more left than X said. Messages in flight, which X has not counted yet, stay counted
-- by us: within one window the smaller number is the true one. An answer from a window that is over changes nothing.

local SAME_WINDOW = 2000 -- X rounds its resets to seconds, so two of one window may differ a little
local now = tonumber(ARGV[1])

for i, key in ipairs(KEYS) do
  local limit, remaining, reset = tonumber(ARGV[3 * i - 1]), tonumber(ARGV[3 * i]), tonumber(ARGV[3 * i + 1])
  local left, ours, known = unpack(redis.call('HMGET', key, 'left', 'reset', 'known'))
  ours = tonumber(ours or 0)

  local running = ours > now
  local later = known == '1' and reset > ours + SAME_WINDOW
  local earlier = running and known == '1' and reset < ours - SAME_WINDOW

  if reset > now and not earlier then
    local most = remaining
    if running and not later then
      most = tonumber(left)
    elseif limit > 0 then
      most = limit - 1 -- a new window, and this answer's message was its first that we know of
    end
    if running and not later and known == '1' then
      reset = math.max(reset, ours)
    end
    redis.call('HSET', key, 'left', string.format('%.0f', math.min(most, remaining)),
        'reset', string.format('%.0f', reset), 'known', '1')
    redis.call('PEXPIRE', key, string.format('%.0f', reset - now))
  end
end
return 'corrected'
