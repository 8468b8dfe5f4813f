-- Promise: of all who read a connection and want to change it, one does.
-- KEYS[1] the connection   ARGV[1] what was read   ARGV[2] what is to stand there
-- A sealed text is never the same twice, so equal means: nobody wrote since, not even back and forth.
-- Fails closed: without an answer the writer does not know whether it wrote, and reads again.
if redis.call('GET', KEYS[1]) == ARGV[1] then
  redis.call('SET', KEYS[1], ARGV[2])
  return 1
end
return 0
