-- All positions of one topic.
--
-- KEYS[1]  a hash: partition -> next offset; see Positions
-- Answers  <partition>=<offset>, joined by ;

local all = redis.call('HGETALL', KEYS[1])
local answers = {}
for i = 1, #all, 2 do
  answers[#answers + 1] = all[i] .. '=' .. all[i + 1]
end
return table.concat(answers, ';')
