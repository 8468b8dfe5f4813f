-- Resume: the user followed us or wrote to us. Only a verification that waits for that is sent again, tries and the end
-- of the wait intact; so a repeated report sends nothing. Each resumption costs a call to X: there are only so many.
-- ARGV  6 cause   7 window to send in, ms   8 how many resumptions there may be
if not exists then return answer('not_found') end
if not pending() or lapse() then return answer('ended') end
if state.delivery ~= 'awaiting_user_action' or number('resumes') >= tonumber(ARGV[8]) then return answer('known') end
set('resumes', number('resumes') + 1)
order_message(false, tonumber(ARGV[7]))
emit('requeued', ARGV[6])
return answer('done')
