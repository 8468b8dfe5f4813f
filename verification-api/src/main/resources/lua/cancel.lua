-- Cancel: the platform no longer wants to know. Canceling twice is canceling once.
-- ARGV  6 tenant
if not exists or state.tenant ~= ARGV[6] then exists = false return answer('not_found') end
if state.status == 'canceled' then return answer('done') end
if not pending() or lapse() then return answer('ended') end
finish('canceled', 'canceled_by_platform', 'canceled')
return answer('done')
