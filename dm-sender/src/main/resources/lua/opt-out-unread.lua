-- Marks a person of whom a record cannot be read yet.
--
-- KEYS[1]  see opt-out-change.lua
-- ARGV     the mark: |<partition>-<offset>;
-- Answers  1
--
-- Guarantee: with a mark the value is no "in": the person counts as opted out until the record is read.

local known = redis.call('GET', KEYS[1]) or ''
if not string.find(known, ARGV[1], 1, true) then
  redis.call('SET', KEYS[1], known .. ARGV[1])
end
return 1
