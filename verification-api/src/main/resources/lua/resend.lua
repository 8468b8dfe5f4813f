-- Resend: the user asks for the message again. The same code while it has some life left, else a new generation; never
-- more tries, never more messages than the policy allows.
-- ARGV  6 tenant   7 window to send in, ms   8 cool-down, ms   9 life below which a new code is made, ms
--       10 the generation that the caller saw   11 key id and 12 digest of the generation after that one
if not exists or state.tenant ~= ARGV[6] then exists = false return answer('not_found') end
if not pending() or lapse() then return answer('ended') end
if state.delivery == 'queued' then return answer('not_sent_yet') end
if number('sends') <= 0 then return answer('no_sends_left') end
if now < number('resend_at') then return answer('too_early') end
if state.generation ~= ARGV[10] then return answer('stale') end

if code_is_out() and number('expires_at') - now < tonumber(ARGV[9]) then
  set('generation', number('generation') + 1)
  set('kid', ARGV[11])
  set('digest', ARGV[12])
  set('expires_at', '')
end
set('sends', number('sends') - 1)
set('resend_at', now + tonumber(ARGV[8]))
order_message(code_is_out(), tonumber(ARGV[7]))
emit('requeued', 'resend')
return answer('done')
