-- Take the last act of a user, if it was late enough: one act sends once. Answers when it was, or ''.
-- KEYS  1 the act   ARGV  1 since, epoch ms
local when = redis.call('GET', KEYS[1])
if not when or tonumber(when) < tonumber(ARGV[1]) then return '' end
redis.call('DEL', KEYS[1])
return when
