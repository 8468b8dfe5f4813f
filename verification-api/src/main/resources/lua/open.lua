-- Open: a verification begins once. A second call with the same id changes nothing and answers what is there.
-- ARGV  6 window to send in, ms   7.. field, value, field, value …
if exists then return answer('exists') end
for i = 7, #ARGV, 2 do set(ARGV[i], ARGV[i + 1]) end
exists = true
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
-- The deadline of the first message has to be known before the first fact that names it.
set('send_deadline', now + tonumber(ARGV[6]))
set('delivery', 'queued')
emit('opened')
order_message(false, tonumber(ARGV[6]))
return answer('done')
