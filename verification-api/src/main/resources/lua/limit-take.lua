-- Take one use of a counter in each of its windows, or in none if one of them is used up. A window begins with its first use and
-- ends after its length. Fails closed: without Redis nothing is taken.
-- KEYS  1 the counter (hash: "<length>s" when that window began, epoch ms; "<length>n" uses in it)
-- ARGV  1 now, epoch ms   2.. length of a window in ms, limit, length, limit …
-- Answers {1 if it was taken, else 0; when each window began, uses in it …}.
local now, life, taken, answer = tonumber(ARGV[1]), 0, 1, {}
for i = 2, #ARGV, 2 do
  local length = tonumber(ARGV[i])
  local seen = redis.call('HMGET', KEYS[1], ARGV[i] .. 's', ARGV[i] .. 'n')
  local began, used = tonumber(seen[1] or now), tonumber(seen[2] or 0)
  if now >= began + length then began, used = now, 0 end
  if used >= tonumber(ARGV[i + 1]) then taken = 0 end
  life = math.max(life, began + length - now)
  answer[i], answer[i + 1] = began, used
end
answer[1] = taken
if taken == 0 then return answer end

for i = 2, #ARGV, 2 do
  answer[i + 1] = answer[i + 1] + 1
  redis.call('HSET', KEYS[1], ARGV[i] .. 's', string.format('%.0f', answer[i]), ARGV[i] .. 'n', answer[i + 1])
end
redis.call('PEXPIRE', KEYS[1], life)
return answer
