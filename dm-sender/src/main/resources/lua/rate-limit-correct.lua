-- Takes over what X said of its windows.
--
-- KEYS     the calls in flight, of which one is answered, then the windows that X spoke of; see rate-limit-take.lua
-- ARGV     now, margin, 1 if a call is answered (else 0), then for each window our limit (0: none), its length, what X says is left, and X's reset
--          all times in milliseconds
--
-- Guarantee: afterwards no window has more left than X said. Messages in flight, which X has not counted yet, stay counted
-- by us: within one window the smaller number is the true one. An answer from a window that is over changes nothing.
--
-- When does the window end? X names whole seconds of its own clock, rounded in an unknown way. But a window that a call
-- of ours opened ends at the latest its length after we had the answer, by our clock, to the millisecond. So where X's
-- reset agrees with that, ours counts; where it does not (another client opened the window), X's and a margin.

local SAME_WINDOW = 2000 -- what rounding and the way of an answer may make of one and the same reset
local now, margin = tonumber(ARGV[1]), tonumber(ARGV[2])

if ARGV[3] == '1' and tonumber(redis.call('HGET', KEYS[1], 'count') or 0) > 0 then
  redis.call('HINCRBY', KEYS[1], 'count', -1)
end

for i = 1, #KEYS - 1 do
  local key = KEYS[i + 1]
  local limit, length = tonumber(ARGV[4 * i]), tonumber(ARGV[4 * i + 1])
  local remaining, said = tonumber(ARGV[4 * i + 2]), tonumber(ARGV[4 * i + 3])
  local left, ours, known = unpack(redis.call('HMGET', key, 'left', 'reset', 'known'))
  ours = tonumber(ours or 0)

  local running = ours > now
  local later = known == '1' and said > ours + SAME_WINDOW
  local earlier = running and known == '1' and said < ours - SAME_WINDOW

  if said > now and not earlier then
    local opened_by_us = math.abs(said - (now + length)) <= SAME_WINDOW
    local reset = opened_by_us and now + length or said + margin
    local most = remaining
    if running and not later then
      most = tonumber(left)
      if known == '1' then
        reset = opened_by_us and math.min(reset, ours) or ours
      end
    elseif limit > 0 then
      most = limit - 1 -- a new window, and this answer's message was its first that we know of
    end
    redis.call('HSET', key, 'left', string.format('%.0f', math.min(most, remaining)),
        'reset', string.format('%.0f', reset), 'known', '1')
    redis.call('PEXPIRE', key, string.format('%.0f', reset - now))
  end
end
return 'corrected'
