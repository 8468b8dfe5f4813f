-- Resume: the user followed us or wrote START. Only a verification that waits for that is sent again, tries and the end
-- of the wait intact; an act counts once, and one that is older than the verification does not concern it. Each resumption costs
-- a call to X: there are only so many.
-- ARGV  6 cause   7 window to send in, ms   8 how many resumptions there may be   9 when the user acted, epoch ms
--       10 by how much the clocks may differ, ms
if not exists then return answer('not_found') end
if not pending() or lapse() then return answer('ended') end
local acted_at = tonumber(ARGV[9])
if state.delivery ~= 'awaiting_user_action' or number('resumes') >= tonumber(ARGV[8]) then return answer('known') end
if acted_at < number('created_at') - tonumber(ARGV[10]) then return answer('known') end
if acted_at <= (tonumber(state.acted_at or '') or 0) then return answer('known') end
set('acted_at', acted_at)
set('resumes', number('resumes') + 1)
order_message(false, tonumber(ARGV[7]))
emit('requeued', ARGV[6])
return answer('done')
