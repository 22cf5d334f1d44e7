A mistake in a Lua file is told with its place, and no database is made.
--- dialects sqlite
--- file bad/shop_1000.lua
-- shop_1000.lua
-- Something
return { forward = { { sql = "SELECT 1" }, reverse = {} }
--- run exit=65
helium up --design bad
--- out
bad/shop_1000.lua:4:1: script: '}' expected (to close '{' at line 3) near <eof>
--- file bad/shop_1000.lua
-- shop_1000.lua
-- Something
local missing = nil
return {
  forward = function(queries)
    table.insert(queries, { sql = missing.text })
  end,
}
--- run exit=65
helium up --design bad
--- out
bad/shop_1000.lua:6:35: script: attempt to index a nil value (upvalue 'missing')
      table.insert(queries, { sql = missing.text })
                                    ^
--- file bad/shop_1000.lua
-- shop_1000.lua
-- Something
while true do end
--- run exit=65
printf '[lua]\ntime = "200ms"\nmemory = "20MB"\n' >helium.toml
helium up --design bad
--- out
bad/shop_1000.lua:3:1: script: time budget of ... used up
  while true do end
  ^
  hint: an endless loop? `time` in [lua] of helium.toml allows more
--- file bad/shop_1000.lua
-- shop_1000.lua
-- Something
while true do pcall(function() while true do end end) end
--- run exit=65
helium up --design bad
--- out
bad/shop_1000.lua:3:1: script: time budget of ... used up
  while true do pcall(function() while true do end end) end
  ^
  hint: an endless loop? `time` in [lua] of helium.toml allows more
--- file bad/shop_1000.lua
-- shop_1000.lua
-- Something
local all = {}
for i = 1, 1e9 do all[i] = ("x"):rep(100000) .. i end
--- run exit=65
helium up --design bad
--- out
bad/shop_1000.lua:4:1: script: memory budget of 20 MB used up
  for i = 1, 1e9 do all[i] = ("x"):rep(100000) .. i end
  ^
  hint: `memory` in [lua] of helium.toml allows more
--- file bad/shop_1000.lua
-- shop_1000.lua
-- Something
error("the author says no")
--- run exit=65
helium up --design bad
--- out
bad/shop_1000.lua:3:1: script: the author says no
  error("the author says no")
  ^
--- file bad/shop_1000.lua
-- shop_1000.lua
-- Something
error({ code = 5 })
--- run exit=65
helium up --design bad
--- out
bad/shop_1000.lua:3:1: script: error() was called with a table; give it a text
  error({ code = 5 })
  ^
--- file bad/shop_1000.lua
-- shop_1000.lua
-- Something
os.execute("ls")
--- run exit=65
helium up --design bad
--- out
bad/shop_1000.lua:3:4: script: attempt to call a nil value (field 'execute')
  os.execute("ls")
     ^
--- file bad/shop_1000.lua
-- shop_1000.lua
-- Something
local secret = require("../secret")
return {}
--- run exit=65
helium up --design bad
--- out
bad/shop_1000.lua:3:1: script: module '../secret' not found beside this file or among Helium's own
  local secret = require("../secret")
  ^
--- run exit=65
printf '\033Lua' >bad/shop_1000.lua
helium up --design bad
--- out
bad/shop_1000.lua:1: script: this is a compiled Lua chunk; only Lua text is run
  \x1bLua
--- run
test ! -e story.db
