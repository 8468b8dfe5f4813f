-- Open: a verification begins once. The same request with the same idempotency key is begun once too: its key is written here
-- and nowhere else, so that a request which made no verification has used no key.
-- KEYS  4 the entry of the request's idempotency key, only if it has one: "<fingerprint> <id>"
-- ARGV  6 fingerprint of the request, or ''   7 life of the entry, ms   8 window to send in, ms   9.. field, value, field, value …
if KEYS[4] then
  local entry = redis.call('GET', KEYS[4])
  if entry then return answer(entry:sub(1, #ARGV[6] + 1) == ARGV[6] .. ' ' and 'exists' or 'conflict') end
end
if exists then return answer('exists') end
for i = 9, #ARGV, 2 do set(ARGV[i], ARGV[i + 1]) end
exists = true
set('format', 1)
set('status', 'pending')
set('reason', '')
set('sequence', 0)
set('again', 'false')
set('delivery_reason', '')
set('resumes', 0)
set('dispatch', 0)
set('settled_dispatch', 0)
set('expires_at', '')
set('wait_until', '')
set('ended_at', '')
set('acted_at', 0)
set('handle_as_of', '')
-- The deadline of the first message has to be known before the first event that names it.
set('send_deadline', now + tonumber(ARGV[8]))
set('delivery', 'queued')
emit('opened')
order_message(false, tonumber(ARGV[8]))
remember_request()
return answer('done')
