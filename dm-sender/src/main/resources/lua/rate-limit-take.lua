-- Takes one message from every window of an account and from the hour of a person, or nothing from any.
--
-- KEYS     the windows: hashes of left (messages), reset (when the window is full again) and known (1: the reset is X's);
--          last, if there is a person: a sorted set of the latest messages to this person by the time they were taken
-- ARGV     now, messages to one person in an hour (0: no person), the length of that hour, the name of the message,
--          then for each window its limit (0: none of ours, X's headers alone count) and its length
--          all times in milliseconds, from the caller's clock
-- Answers  taken | until:<instant>, the latest reset of all windows that are empty | person: this person had enough
--
-- Guarantee: over all replicas no more is taken from a window than its limit, nor than X said was left; and in no hour,
-- wherever it begins, more messages for one person than that limit. A message that is taken again counts once for the
-- person, with the later time, and is not refused because of itself; the windows count it again.

local now, most, hour, message = tonumber(ARGV[1]), tonumber(ARGV[2]), tonumber(ARGV[3]), ARGV[4]
local windows = most > 0 and #KEYS - 1 or #KEYS
local person = KEYS[windows + 1]
local come_back = 0
local taken = {}

if most > 0 then
  redis.call('ZREMRANGEBYSCORE', person, '-inf', string.format('%.0f', now - hour))
  if redis.call('ZCARD', person) >= most and not redis.call('ZSCORE', person, message) then
    return 'person'
  end
end

for i = 1, windows do
  local key, limit, length = KEYS[i], tonumber(ARGV[2 * i + 3]), tonumber(ARGV[2 * i + 4])
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
if most > 0 then
  redis.call('ZADD', person, ARGV[1], message)
  redis.call('PEXPIRE', person, hour)
end
return 'taken'
