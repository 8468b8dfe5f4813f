-- What the scripts of a verification share; put in front of each of them.
--
-- KEYS  1 the verification (hash)   2 the deadlines of its shard (sorted set)   3 the outbox of its shard (stream)
-- ARGV  1 now, epoch ms (from the service's clock: Redis' own is never read)
--       2 how long a terminal state stays readable, ms
--       3 how long after the send deadline the sender's report may still arrive, ms
--       4 traceparent and 5 tracestate of whoever causes it, or '' when it happens by itself
--       6.. the script's own
--
-- Every script answers a JSON text: {verdict, state, outbox = [{entry, event}]}. The change of state, the event that
-- announces it and the next deadline are written together or not at all. Every key carries a TTL.
-- What a newer version wrote is left alone ('newer'); a damaged verification is an error, before anything is changed.
local now, retention, report_grace = tonumber(ARGV[1]), tonumber(ARGV[2]), tonumber(ARGV[3])
local traceparent, tracestate = ARGV[4], ARGV[5]
local state, changed, emitted = {}, {}, {}

do
  local flat = redis.call('HGETALL', KEYS[1])
  for i = 1, #flat, 2 do state[flat[i]] = flat[i + 1] end
end

local exists = state.id ~= nil

-- What this version writes, and the words that it knows.
local FORMAT = 1
local KNOWN = {
  status = { pending = true, verified = true, expired = true, exhausted = true, canceled = true, failed = true },
  delivery = {
    queued = true, sent = true, awaiting_user_action = true, undeliverable = true, deadline_missed = true, withdrawn = true,
  },
}
local NUMBERS = {
  'sequence', 'created_at', 'dispatch', 'settled_dispatch', 'send_deadline', 'code_life', 'tries', 'sends', 'resend_at',
  'code_version', 'digits', 'resumes',
}
local TEXTS = {
  'tenant', 'locale', 'metadata', 'account', 'brand_handle', 'brand_user_id', 'kid', 'digest', 'reason', 'expires_at',
  'wait_until', 'ended_at', 'delivery_reason', 'handle', 'user_id',
}

if exists then
  if (tonumber(state.format or '1') or 0) > FORMAT then return cjson.encode({ verdict = 'newer' }) end
  for field, words in pairs(KNOWN) do
    if state[field] and not words[state[field]] then return cjson.encode({ verdict = 'newer' }) end
    if not state[field] then return redis.error_reply('ERR damaged verification: no ' .. field) end
  end
  for _, field in ipairs(NUMBERS) do
    if not tonumber(state[field] or '') then return redis.error_reply('ERR damaged verification: no number in ' .. field) end
  end
  for _, field in ipairs(TEXTS) do
    if not state[field] then return redis.error_reply('ERR damaged verification: no ' .. field) end
  end
end

local function text(value)
  if type(value) == 'number' then return string.format('%.0f', value) end
  return value
end

local function set(field, value)
  state[field] = text(value)
  changed[field] = true
end

local function number(field) return tonumber(state[field]) end

local function pending() return state.status == 'pending' end

-- A code was sent and its end is known.
local function code_is_out() return state.expires_at ~= '' end

-- The next instant at which something happens by itself.
local function deadline()
  if code_is_out() then return number('expires_at') end
  if state.delivery == 'queued' then return number('send_deadline') + report_grace end
  return number('wait_until')
end

-- Puts an event into the outbox. It carries the whole state, so that it can be published whatever comes later, and the trace
-- of whoever caused it; what happens by itself continues the trace of the last order.
local function emit(event, cause)
  set('sequence', number('sequence') + 1)
  local snapshot = {}
  for field, value in pairs(state) do
    if field ~= 'digest' then snapshot[field] = value end
  end
  local caused = traceparent ~= ''
  local body = cjson.encode({
    event = event, at = text(now), cause = cause, state = snapshot,
    traceparent = caused and traceparent or state.traceparent,
    tracestate = caused and tracestate or state.tracestate,
  })
  emitted[#emitted + 1] = { entry = redis.call('XADD', KEYS[3], '*', 'event', body), event = body }
end

-- What is queued or awaited when a verification ends is withdrawn, unless the end is a deadline of its own and said so before.
local function finish(status, reason, event)
  if state.delivery == 'queued' or state.delivery == 'awaiting_user_action' then set('delivery', 'withdrawn') end
  set('status', status)
  set('reason', reason)
  set('ended_at', now)
  set('digest', '')
  emit(event)
end

-- Ends a pending verification whose time is over; true if it did.
local function lapse()
  if not pending() or now < deadline() then return false end
  if code_is_out() then
    finish('expired', 'code_expired', 'expired')
  elseif state.delivery == 'queued' then
    set('delivery', 'deadline_missed')
    finish('failed', 'deadline_missed', 'failed')
  else
    set('delivery', 'undeliverable')
    finish('failed', 'user_action_timeout', 'failed')
  end
  return true
end

-- A code that is sent again with less life left is of no use to its reader.
local LEAST_LIFE = 60000

-- Orders one message. The sender never sends after the deadline, and never a code that is as good as dead by then.
local function order_message(again, window)
  local latest = now + window
  if code_is_out() then latest = math.max(now, math.min(latest, number('expires_at') - LEAST_LIFE)) end
  set('ordered_at', now)
  set('dispatch', number('dispatch') + 1)
  set('delivery', 'queued')
  set('delivery_reason', '')
  set('send_deadline', latest)
  set('again', again and 'true' or 'false')
  if traceparent ~= '' then
    set('traceparent', traceparent)
    set('tracestate', tracestate)
  end
  emit('requested')
end

-- Learns the handle of the person, unless a later word of X is known. What X did not date is believed as before.
local function learn_handle(handle, as_of)
  if handle == '' then return end
  local known = tonumber(state.handle_as_of or '')
  if known and (as_of == '' or tonumber(as_of) < known) then return end
  set('handle', handle)
  set('handle_as_of', as_of)
end

-- Keeps the idempotency key of the request that has just been served.
local function remember_request()
  if KEYS[4] then redis.call('SET', KEYS[4], ARGV[6] .. ' ' .. state.id, 'PX', ARGV[7]) end
end

local function answer(verdict)
  if next(changed) then
    local flat = {}
    for field in pairs(changed) do
      flat[#flat + 1] = field
      flat[#flat + 1] = state[field]
    end
    redis.call('HSET', KEYS[1], unpack(flat))
    local last = now
    if pending() then
      last = deadline()
      redis.call('ZADD', KEYS[2], last, state.id)
    else
      redis.call('ZREM', KEYS[2], state.id)
    end
    local life = text(last - now + retention)
    redis.call('PEXPIRE', KEYS[1], life)
    redis.call('PEXPIRE', KEYS[2], text(2 * retention))
    redis.call('PEXPIRE', KEYS[3], text(2 * retention))
  end
  return cjson.encode({ verdict = verdict, state = exists and state or nil, outbox = #emitted > 0 and emitted or nil })
end
