-- Resume: the user followed us or wrote to us. Only a verification that waits for that is sent again, tries and the end
-- of the wait intact; so a repeated report sends nothing.
-- ARGV  4 cause   5 window to send in, ms
if not exists then return answer('not_found') end
if not pending() or lapse() then return answer('ended') end
if state.delivery ~= 'awaiting_user_action' then return answer('known') end
order_message(false, tonumber(ARGV[5]))
emit('requeued', ARGV[4])
return answer('done')
