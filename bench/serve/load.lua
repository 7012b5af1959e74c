-- wrk -s load.lua URL -- FILE THREADS: asks for each line of the file once, the threads in turn, and tells what came of it on one line.
local counter = 0

function setup(thread)
  thread:set("first", counter)
  counter = counter + 1
end

function init(arguments)
  paths = {}
  for line in io.lines(arguments[1]) do paths[#paths + 1] = line end
  step = tonumber(arguments[2])
  at = first
end

function request()
  local path = paths[at % #paths + 1]
  at = at + step
  return wrk.format("GET", path)
end

function done(summary, latency)
  local e = summary.errors
  io.write(string.format("RESULT %d %.3f %.3f %.3f %.3f %d\n", summary.requests, summary.duration / 1e6, latency:percentile(50) / 1e3,
    latency:percentile(99) / 1e3, latency.max / 1e3, e.connect + e.read + e.write + e.timeout + e.status))
end
