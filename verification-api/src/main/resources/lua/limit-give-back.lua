-- Give back a use that was taken, in the windows that it was taken in; in another one nothing happens.
-- KEYS  1 the counter, as in limit-take   ARGV  1.. length of a window in ms, when it began, length, when it began …
for i = 1, #ARGV, 2 do
  if redis.call('HGET', KEYS[1], ARGV[i] .. 's') == ARGV[i + 1] then redis.call('HINCRBY', KEYS[1], ARGV[i] .. 'n', -1) end
end
return 1
