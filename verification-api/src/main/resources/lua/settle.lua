-- Settle: the sender reports what became of one dispatch. Each dispatch is settled once; a report that comes twice, or
-- after the end, changes nothing. A refused second message does not take the first one's code away.
-- ARGV  6 dispatch   7 outcome (sent, refused, deadline_missed, withdrawn)   8 reason   9 settled at, ms   10 user id   11 handle
--       12 how long we wait for the user, ms   13 when X last said that the id has the handle, ms, or ''
if not exists then return answer('not_found') end
if not pending() then return answer('ended') end
local dispatch, outcome, reason, settled_at = tonumber(ARGV[6]), ARGV[7], ARGV[8], tonumber(ARGV[9])
if dispatch <= number('settled_dispatch') then return answer('known') end
-- The verification had ended for the sender. If it has not, its deadline ends it.
if outcome == 'withdrawn' and reason ~= 'opted_out' then return answer('known') end

set('settled_dispatch', dispatch)
if ARGV[10] ~= '' then set('user_id', ARGV[10]) end
learn_handle(ARGV[11], ARGV[13])
set('delivery_reason', reason)

if outcome == 'sent' then
  set('delivery', 'sent')
  -- A message that repeats the code does not lengthen its life. A life begins between the order and now, by our clock.
  if not code_is_out() then
    local ordered_at = tonumber(state.ordered_at or state.created_at)
    set('expires_at', math.max(ordered_at, math.min(settled_at, now)) + number('code_life'))
  end
  emit('code_sent')
elseif outcome == 'withdrawn' then
  set('delivery', 'withdrawn')
  finish('failed', reason, 'failed')
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
