-- Refuse: the person whom it is about does not want it. Ends it, whatever it waits for; a verification that began after that
-- was said is not meant. A message that is on its way is withdrawn, and its code is worth nothing.
-- ARGV  6 reason   7 when that was said, epoch ms   8 by how much the clocks may differ, ms
if not exists then return answer('not_found') end
if not pending() or lapse() then return answer('ended') end
if number('created_at') > tonumber(ARGV[7]) + tonumber(ARGV[8]) then return answer('known') end
if not code_is_out() then set('delivery_reason', ARGV[6]) end
finish('failed', ARGV[6], 'failed')
return answer('done')
