-- Takes over a change of a person, unless a later one is known.
--
-- KEYS[1]  <out or in>:<when, in milliseconds>; see OptOuts
-- ARGV     out or in, when in milliseconds, how long an "in" is remembered in milliseconds
-- Answers  1, or 0 if what is known is later
--
-- Guarantee: whatever the order of arrival, the latest change stands. A value that cannot be read gives way to any.

local said, at, memory = ARGV[1], tonumber(ARGV[2]), ARGV[3]
local known = redis.call('GET', KEYS[1])
local known_at = known and tonumber(string.match(known, '^%a+:(%-?%d+)$'))

if known_at and known_at > at then
  return 0
end
if said == 'in' then
  redis.call('SET', KEYS[1], said .. ':' .. ARGV[2], 'PX', memory)
else
  redis.call('SET', KEYS[1], said .. ':' .. ARGV[2])
end
return 1
