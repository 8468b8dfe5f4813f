-- Take one use of each quota, or of none if one of them is used up. A use that is there already is held, and not counted again. A use counts for as long as the window of the quota, from
-- the moment of its taking. Fails closed: without Redis nothing is taken.
-- KEYS  1 the uses (sorted set: name of the use, when)
-- ARGV  1 now, epoch ms   2 name of this use   3.. window in ms, limit, window, limit …
-- Answers "taken", "held" or "used_up", and for each quota what is left of it and in how many ms there is more.
local now, longest = tonumber(ARGV[1]), 0
for i = 3, #ARGV, 2 do longest = math.max(longest, tonumber(ARGV[i])) end
redis.call('ZREMRANGEBYSCORE', KEYS[1], '-inf', now - longest)

local function used(window) return redis.call('ZCOUNT', KEYS[1], '(' .. string.format('%.0f', now - window), '+inf') end

local held, free = redis.call('ZSCORE', KEYS[1], ARGV[2]), true
for i = 3, #ARGV, 2 do
  if used(tonumber(ARGV[i])) >= tonumber(ARGV[i + 1]) then free = false end
end
if free and not held then
  redis.call('ZADD', KEYS[1], now, ARGV[2])
  redis.call('PEXPIRE', KEYS[1], longest)
end

local answer = { held and 'held' or free and 'taken' or 'used_up' }
for i = 3, #ARGV, 2 do
  local window, limit = tonumber(ARGV[i]), tonumber(ARGV[i + 1])
  local since, count = '(' .. string.format('%.0f', now - window), used(window)
  -- There is more when so many of the oldest uses are out of the window that one more is allowed.
  local oldest = redis.call('ZRANGEBYSCORE', KEYS[1], since, '+inf', 'WITHSCORES', 'LIMIT', math.max(0, count - limit), 1)
  answer[#answer + 1] = tostring(math.max(0, limit - count))
  answer[#answer + 1] = string.format('%.0f', oldest[2] and math.max(0, tonumber(oldest[2]) + window - now) or window)
end
return table.concat(answer, ' ')
