-- Takes one call from every window of an account and, for a message, from the hour of a person, or nothing from any.
--
-- KEYS     the windows: hashes of left (calls), reset (when the window is full again) and known (1: the reset is X's); then the
--          window that exists while X throttles; then the account's calls in flight: a hash of count and last (when the last
--          was taken); then, if the call has a name, when it was taken; then, if the person counts, a
--          sorted set of the latest messages to this person by the time they were taken
-- ARGV     now, messages to one person in an hour (0: not counted), the length of that hour, the name of the message, how long
--          a call is remembered, how long an answer of X can take, then for each window its limit (0: none of ours, X's
--          headers alone count) and its length; all times in milliseconds, from the caller's clock
-- Answers  taken | until:<instant>, the latest reset of all windows that are empty | person: this person had enough
--
-- Guarantee: over all replicas no more is taken from a window than its limit, nor than X said was left; and in no hour,
-- wherever it begins, more messages for one person than that limit. A message that is taken again counts once for the
-- person, with the later time, and is not refused because of itself. The same call of it counts once in each window.
-- No window opens while a call of the account is in flight: X may count it in its next window, and says so in the answer.

local COME_BACK = 100 -- when to ask again for the answers to the calls in flight
local now, most, hour, message, memory = tonumber(ARGV[1]), tonumber(ARGV[2]), tonumber(ARGV[3]), ARGV[4], ARGV[5]
local answer_time = tonumber(ARGV[6])
local windows = (#ARGV - 6) / 2
local closed, flight, call, person = KEYS[windows + 1], KEYS[windows + 2], KEYS[windows + 3], KEYS[windows + 4]
local come_back = 0
local taken = {}

if most > 0 then
  redis.call('ZREMRANGEBYSCORE', person, '-inf', string.format('%.0f', now - hour))
  if redis.call('ZCARD', person) >= most and not redis.call('ZSCORE', person, message) then
    return 'person'
  end
end

local closed_until = tonumber(redis.call('HGET', closed, 'reset') or 0)
if closed_until > now then
  come_back = closed_until
end

local count, last = unpack(redis.call('HMGET', flight, 'count', 'last'))
local answers_end = tonumber(count or 0) > 0 and tonumber(last) + answer_time or 0

local before = call and tonumber(redis.call('GET', call) or '')
for i = 1, windows do
  local key, limit, length = KEYS[i], tonumber(ARGV[2 * i + 5]), tonumber(ARGV[2 * i + 6])
  local left, reset = unpack(redis.call('HMGET', key, 'left', 'reset'))
  local running = reset and tonumber(reset) > now
  local counted = running and before and tonumber(reset) - length <= before
  if running and not counted then
    if tonumber(left) > 0 then
      taken[#taken + 1] = { key = key, left = tonumber(left) - 1 }
    else
      come_back = math.max(come_back, tonumber(reset))
    end
  elseif not running and limit > 0 and answers_end > now then
    come_back = math.max(come_back, math.min(answers_end, now + COME_BACK))
  elseif not running and limit > 0 then
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
if #taken > 0 then
  if answers_end > 0 and answers_end <= now then
    redis.call('DEL', flight) -- of a replica that was killed: their answers will not come
  end
  redis.call('HINCRBY', flight, 'count', 1)
  redis.call('HSET', flight, 'last', ARGV[1])
  redis.call('PEXPIRE', flight, answer_time)
end
if call and #taken > 0 then
  redis.call('SET', call, ARGV[1], 'PX', memory)
end
if most > 0 then
  redis.call('ZADD', person, ARGV[1], message)
  redis.call('PEXPIRE', person, hour)
end
return 'taken'
