-- Moves the position of one partition on, unless it changed meanwhile.
--
-- KEYS[1]  a hash: partition -> next offset; see Positions
-- ARGV     partition, the position as the caller knows it (- for none), the new one
-- Answers  1, or 0 if there is another position: nothing changes then

local known = redis.call('HGET', KEYS[1], ARGV[1]) or '-'
if known ~= ARGV[2] then
  return 0
end
redis.call('HSET', KEYS[1], ARGV[1], ARGV[3])
return 1
