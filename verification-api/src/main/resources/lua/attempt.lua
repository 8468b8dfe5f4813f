-- Attempt: expiry, compare, count or consume, in one script, so that parallel guesses are counted one by one and a code
-- is accepted once. A guess is never compared before a message left: nothing could be right, and nothing is counted.
-- Fails closed: without Redis nobody is verified.
-- ARGV  6 tenant   7.. key id, digest of the guess under that key, …
if not exists or state.tenant ~= ARGV[6] then exists = false return answer('not_found') end
if not pending() then return answer('ended') end
if not code_is_out() then return answer('not_sent_yet') end
if lapse() then return answer('ended') end

for i = 7, #ARGV, 2 do
  if ARGV[i] == state.kid and ARGV[i + 1] == state.digest then
    finish('verified', '', 'succeeded')
    return answer('approved')
  end
end
set('tries', number('tries') - 1)
emit('incorrect')
if number('tries') <= 0 then finish('exhausted', 'no_tries_left', 'exhausted') end
return answer('incorrect')
