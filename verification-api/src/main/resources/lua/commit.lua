-- Commit a change of a verification: compare-and-set of its value, its deadline, its records in the outbox, and the idempotency
-- key of the request. All of it or nothing. Fails closed: without Redis nothing changes.
-- KEYS  1 the verification ("<format> <version> …")   2 the deadlines of its shard (sorted set)   3 the outbox of its shard (stream)
--       4 the entry of the idempotency key, only if there is one
-- ARGV  1 the version that the change was made from, '' to create   2 the new value   3 its life, ms
--       4 the next deadline, epoch ms, or ''   5 verification id   6 life of deadlines and outbox, ms
--       7 entry of the idempotency key   8 its life, ms   9 how many records may wait, when it is created   10.. records
-- A change of a verification that was there is published, by its new version, on a channel with the name of KEYS[1]: a hint for
-- those who follow it, so that its failure (rights of the Redis user) is ignored.
-- Answers {'committed', id of each record}, {'used', entry}, {'conflict'} or {'full'}.
if KEYS[4] then
  local entry = redis.call('GET', KEYS[4])
  if entry then return { 'used', entry } end
end
local value = redis.call('GET', KEYS[1])
local version = value and string.match(value, '^%d+ (%d+) ') or ''
if version ~= ARGV[1] or (value and ARGV[1] == '') then return { 'conflict' } end
if ARGV[1] == '' and redis.call('XLEN', KEYS[3]) >= tonumber(ARGV[9]) then return { 'full' } end

redis.call('SET', KEYS[1], ARGV[2], 'PX', ARGV[3])
if ARGV[4] == '' then
  redis.call('ZREM', KEYS[2], ARGV[5])
else
  redis.call('ZADD', KEYS[2], ARGV[4], ARGV[5])
  redis.call('PEXPIRE', KEYS[2], ARGV[6])
end
if KEYS[4] then redis.call('SET', KEYS[4], ARGV[7], 'PX', ARGV[8]) end
local answer = { 'committed' }
for i = 10, #ARGV do answer[#answer + 1] = redis.call('XADD', KEYS[3], '*', 'r', ARGV[i]) end
if #ARGV >= 10 then redis.call('PEXPIRE', KEYS[3], ARGV[6]) end
if ARGV[1] ~= '' then redis.pcall('SPUBLISH', KEYS[1], string.match(ARGV[2], '^%d+ (%d+) ')) end
return answer
