-- Settle: the sender reports what became of one dispatch. Each dispatch is settled once; a report that comes twice, or
-- after the end, changes nothing. A refused second message does not take the first one's code away.
-- ARGV  6 dispatch   7 outcome (sent, refused, deadline_missed)   8 reason   9 settled at, ms   10 user id   11 handle
--       12 how long we wait for the user, ms
if not exists then return answer('not_found') end
if not pending() then return answer('ended') end
local dispatch, outcome, reason, settled_at = tonumber(ARGV[6]), ARGV[7], ARGV[8], tonumber(ARGV[9])
if dispatch <= number('settled_dispatch') then return answer('known') end

set('settled_dispatch', dispatch)
if ARGV[10] ~= '' then set('user_id', ARGV[10]) end
if ARGV[11] ~= '' then set('handle', ARGV[11]) end
set('delivery_reason', reason)

if outcome == 'sent' then
  set('delivery', 'sent')
  -- A message that repeats the code does not lengthen its life.
  if not code_is_out() then set('expires_at', settled_at + number('code_life')) end
  emit('code_sent')
elseif code_is_out() then
  set('delivery', 'sent')
elseif outcome == 'deadline_missed' then
  set('delivery', 'deadline_missed')
  finish('failed', 'deadline_missed', 'failed')
elseif reason == 'target_closed' then
  set('delivery', 'awaiting_user_action')
  if state.wait_until == '' then set('wait_until', now + tonumber(ARGV[12])) end
  emit('user_action_awaited')
else
  set('delivery', 'undeliverable')
  finish('failed', reason, 'failed')
end
return answer('done')
