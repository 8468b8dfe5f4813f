-- Refuse: the person whom it is about does not want it. Ends it, whatever it waits for; a verification that began after that
-- was said is not meant. A message that is on its way is not called back, and its code is worth nothing.
-- ARGV  6 reason   7 when that was said, epoch ms
if not exists then return answer('not_found') end
if not pending() or lapse() then return answer('ended') end
if number('created_at') > tonumber(ARGV[7]) then return answer('known') end
if code_is_out() then
  set('delivery', 'sent')
else
  set('delivery', 'undeliverable')
  set('delivery_reason', ARGV[6])
end
finish('failed', ARGV[6], 'failed')
return answer('done')
