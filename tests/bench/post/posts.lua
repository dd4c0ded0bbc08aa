-- What wrk sends: each request a comment of its own, by a reader of its own, on one of the stories.
local stories = 50
local words = {"bridge", "council", "ferry", "harbour", "market", "mayor", "music", "night", "paper",
  "river", "school", "ship", "station", "street", "summer", "teacher", "theatre", "tram", "water",
  "winter"}
local count = 0
local run

function init(arguments)
  run = arguments[1] or "a"
  math.randomseed(os.time())
end

local function sentence()
  local picked = {}
  for i = 1, 40 do picked[i] = words[math.random(#words)] end
  return table.concat(picked, " ")
end

function request()
  count = count + 1
  local body = string.format(
    '{"name":"Reader %s","email":"reader.%s.%d@mail.example","text":"The %s, says house %d.",' ..
    '"story_url":"http://127.0.0.1/demo/"}', run, run, count, sentence(), count)
  local path = string.format("/api/v1/sites/demo/stories/post-%d/comments", count % stories)
  return wrk.format("POST", path, {["Content-Type"] = "application/json"}, body)
end
