-- Six in ten look-ups are found; two have another's name, two a number that nobody holds.
-- Each comes from one of some twenty thousand addresses, as the proxy in front would name it.
local VISITORS = 20000
local held = {}
valid, missed, other = 0, 0, 0

function setup(thread)
  counted = thread
end

function init(args)
  math.randomseed(tonumber(args[2]))
  for line in io.lines(args[1]) do
    local number, name = line:match("([^\t]+)\t(.+)")
    held[#held + 1] = {number, name}
  end
end

function request()
  local one, lot, visitor = held[math.random(#held)], math.random(), math.random(0, VISITORS - 1)
  local number, name = one[1], one[2]
  if lot > 0.8 then
    number = number:sub(1, 16) .. string.format("%06d", 900000 + math.random(99999))
  elseif lot > 0.6 then
    name = name .. "某"
  end
  return wrk.format("POST", nil, {
    ["Content-Type"] = "application/json",
    ["X-Forwarded-Proto"] = "https",
    ["X-Forwarded-For"] = string.format("10.1.%d.%d", math.floor(visitor / 250), visitor % 250),
  }, string.format('{"number": "%s", "name": "%s"}', number, name))
end

function response(status, _headers, body)
  if status == 200 and body:find('"verdict":"valid"', 1, true) then
    valid = valid + 1
  elseif status == 200 and body:find('"verdict":"not-found"', 1, true) then
    missed = missed + 1
  else
    other = other + 1
  end
end

function done(summary, latency, _requests)
  io.write(string.format(
    'told {"valid": %d, "not_found": %d, "other": %d, "answers": %d, "seconds": %.3f,'
      .. ' "p50_ms": %.2f, "p99_ms": %.2f, "timeouts": %d}\n',
    counted:get("valid"), counted:get("missed"), counted:get("other"), summary.requests,
    summary.duration / 1e6, latency:percentile(50) / 1e3, latency:percentile(99) / 1e3,
    summary.errors.timeout + summary.errors.read + summary.errors.write + summary.errors.connect))
end
