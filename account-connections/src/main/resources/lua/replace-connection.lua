-- Compare-and-set: of all replicas that read a connection and want to change it, one succeeds.
-- KEYS[1] the connection   ARGV[1] the value that was read   ARGV[2] the new value
-- No two sealed values are equal, so an equal value means that there was no write in between.
-- Fails closed: without a response the caller does not know whether it wrote, and reads again.
if redis.call('GET', KEYS[1]) == ARGV[1] then
  redis.call('SET', KEYS[1], ARGV[2])
  return 1
end
return 0
