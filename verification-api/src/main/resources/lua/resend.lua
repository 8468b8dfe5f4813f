-- Resend: the user asks for the message again. The same code while it has some life left, else a new code version; never
-- more tries, never more messages than the policy allows. The same request with the same idempotency key sends nothing more.
-- KEYS  4 the entry of the request's idempotency key, only if it has one
-- ARGV  6 fingerprint of the request, or ''   7 life of the entry, ms
--       8 tenant   9 whether the person opted out: 'true' or 'false'   10 window to send in, ms   11 cool-down, ms
--       12 life below which a new code is made, ms
--       13 the code version that the caller saw   14 key id and 15 digest of the code version after that one
if not exists or state.tenant ~= ARGV[8] then exists = false return answer('not_found') end
if KEYS[4] and redis.call('EXISTS', KEYS[4]) == 1 then return answer('exists') end
if not pending() or lapse() then return answer('ended') end
if ARGV[9] == 'true' then return answer('opted_out') end
if state.delivery == 'queued' then return answer('not_sent_yet') end
if number('sends') <= 0 then return answer('no_sends_left') end
if now < number('resend_at') then return answer('too_early') end
if state.code_version ~= ARGV[13] then return answer('stale') end

if code_is_out() and number('expires_at') - now < tonumber(ARGV[12]) then
  set('code_version', number('code_version') + 1)
  set('kid', ARGV[14])
  set('digest', ARGV[15])
  set('expires_at', '')
end
set('sends', number('sends') - 1)
set('resend_at', now + tonumber(ARGV[11]))
order_message(code_is_out(), tonumber(ARGV[10]))
emit('requeued', 'resend')
remember_request()
return answer('done')
