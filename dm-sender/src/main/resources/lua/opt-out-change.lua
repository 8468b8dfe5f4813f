-- Takes over a change of a person, unless a later one is known.
--
-- KEYS[1]  <out or in>:<when, in milliseconds>, then a mark for each record that cannot be read yet; see OptOuts
-- ARGV     out or in, when in milliseconds, how long an "in" is remembered in milliseconds, the mark of the record that this
--          change was read from ('' if it had none)
-- Answers  1, or 0 if what is known is later
--
-- Guarantee: whatever the order of arrival, the latest change stands. A value that cannot be read gives way to any. Marks of
-- other records stay.

local said, at, memory, mark = ARGV[1], tonumber(ARGV[2]), ARGV[3], ARGV[4]
local state, marks = string.match(redis.call('GET', KEYS[1]) or '', '^([^|]*)(.*)$')
local known_at = tonumber(string.match(state, '^%a+:(%-?%d+)$') or '')

if mark ~= '' then
  local first, last = string.find(marks, mark, 1, true)
  if first then
    marks = string.sub(marks, 1, first - 1) .. string.sub(marks, last + 1)
  end
end

local changed = not known_at or known_at <= at
if changed then
  state = said .. ':' .. ARGV[2]
end
if string.sub(state, 1, 3) == 'in:' and marks == '' then
  redis.call('SET', KEYS[1], state, 'PX', memory)
else
  redis.call('SET', KEYS[1], state .. marks)
end
return changed and 1 or 0
