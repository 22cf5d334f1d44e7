A file that is Lua, but no migration: missing sections, wrong types, unknown options.
--- dialects sqlite
--- file bad/shop_1000.lua
-- shop_1000.lua
-- Something
return 5
--- run exit=65
helium up --design bad
--- out
bad/shop_1000.lua: design: the migration must return a table, not a number
--- file bad/shop_1000.lua
-- shop_1000.lua
--- run exit=65
helium up --design bad
--- out
bad/shop_1000.lua: design: the migration must return a table, not nothing
--- file bad/shop_1000.lua
-- shop_1000.lua
-- Something
return { reverse = { { sql = "SELECT 1" } } }
--- run exit=65
helium up --design bad
--- out
bad/shop_1000.lua: design: the migration has no forward section
--- file bad/shop_1000.lua
-- shop_1000.lua
-- Something
return { forward = { { sql = "SELECT 1" } } }
--- run
helium validate --design bad
--- out
bad/shop_1000.lua: warning: irreversible: no reverse section: down cannot pass this migration
  hint: add reverse, or say why not: irreversible = "..."
--- file bad/shop_1000.lua
-- shop_1000.lua
-- Something
return { forward = "SELECT 1", reverse = { { sql = "SELECT 1" } } }
--- run exit=65
helium up --design bad
--- out
bad/shop_1000.lua:3: design: forward: must be a function or a list of entries, not a string
  return { forward = "SELECT 1", reverse = { { sql = "SELECT 1" } } }
--- file bad/shop_1000.lua
-- shop_1000.lua
-- Something
return { forward = { "SELECT 1" }, reverse = { { sql = "SELECT 1" } } }
--- run exit=65
helium up --design bad
--- out
bad/shop_1000.lua:3: design: forward: an entry must be a table with sql = ..., not a string
  return { forward = { "SELECT 1" }, reverse = { { sql = "SELECT 1" } } }
--- file bad/shop_1000.lua
-- shop_1000.lua
-- Something
return { forward = { { sql = 5 } }, reverse = { { sql = "SELECT 1" } } }
--- run exit=65
helium up --design bad
--- out
bad/shop_1000.lua:3: design: forward: sql must be a text, not a number
  return { forward = { { sql = 5 } }, reverse = { { sql = "SELECT 1" } } }
--- file bad/shop_1000.lua
-- shop_1000.lua
-- Something
return { forward = { { description = "x" } }, reverse = { { sql = "SELECT 1" } } }
--- run exit=65
helium up --design bad
--- out
bad/shop_1000.lua:3: design: forward: an entry without sql
  return { forward = { { description = "x" } }, reverse = { { sql = "SELECT 1" } } }
--- file bad/shop_1000.lua
-- shop_1000.lua
-- Something
return {
  forward = { { sql = "SELECT 1" } },
  revrse = { { sql = "SELECT 1" } },
}
--- run exit=65
helium up --design bad
--- out
bad/shop_1000.lua:5:3: design: unknown option revrse
    revrse = { { sql = "SELECT 1" } },
    ^
  hint: did you mean reverse?
--- file bad/shop_1000.lua
-- shop_1000.lua
-- Something
return {
  forward = { { sql = "SELECT 1", desciption = "x" } },
  reverse = { { sql = "SELECT 1" } } }
--- run exit=65
helium up --design bad
--- out
bad/shop_1000.lua:4: design: forward: unknown key desciption in an entry
    forward = { { sql = "SELECT 1", desciption = "x" } },
  hint: did you mean description?
--- file bad/shop_1000.lua
-- shop_1000.lua
-- Something
return { transaction = "wole", forward = { { sql = "SELECT 1" } }, reverse = { { sql = "SELECT 1" } } }
--- run exit=65
helium up --design bad
--- out
bad/shop_1000.lua:3:10: design: transaction must be "whole", "each" or "none"
  return { transaction = "wole", forward = { { sql = "SELECT 1" } }, reverse = { { sql = "SELECT 1" } } }
           ^
  hint: did you mean whole?
--- file bad/shop_1000.lua
-- shop_1000.lua
-- Something
return { timeout = "abc", forward = { { sql = "SELECT 1" } }, reverse = { { sql = "SELECT 1" } } }
--- run exit=65
helium up --design bad
--- out
bad/shop_1000.lua:3:10: design: timeout: 'abc' is not a duration
  return { timeout = "abc", forward = { { sql = "SELECT 1" } }, reverse = { { sql = "SELECT 1" } } }
           ^
  hint: write "500ms", "20s" or 20
--- file bad/shop_1000.lua
-- shop_1000.lua
-- Something
return { requires = { "shop_999" }, forward = { { sql = "SELECT 1" } }, reverse = { { sql = "SELECT 1" } } }
--- run exit=65
helium up --design bad
--- out
bad/shop_1000.lua: design: shop_1000 requires shop_999, which no design of this target has
--- run
test ! -e story.db
