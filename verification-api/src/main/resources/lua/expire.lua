-- Expire: ends a verification whose time is over; called for every deadline that passed, by any replica, any number of
-- times. Also drops a deadline whose verification is gone.
-- ARGV  6 verification id
if not exists then
  redis.call('ZREM', KEYS[2], ARGV[6])
  return answer('not_found')
end
if lapse() then return answer('done') end
if pending() then redis.call('ZADD', KEYS[2], deadline(), state.id) else redis.call('ZREM', KEYS[2], state.id) end
return answer('known')
