A file that stays follows the file that it requires when that one is renumbered, or says that it cannot.
--- dialects sqlite

--- file shop/shop_1.lua
return { forward = { { sql = "CREATE TABLE a (id INTEGER)" } }, reverse = { { sql = "DROP TABLE a" } } }
--- file shop/shop_2.lua
return { forward = { { sql = "CREATE TABLE b (id INTEGER)" } }, reverse = { { sql = "DROP TABLE b" } } }
--- file shop/shop_3.lua
return {
  requires = { "shop_2" },
  forward = { { sql = "INSERT INTO b VALUES (1)" } },
  reverse = { { sql = "DELETE FROM b" } },
}
--- run
helium renumber 2 --design shop
helium up --design shop
--- out
shop/shop_2.lua  shop/shop_4.lua
shop/shop_3.lua  shop/shop_3.lua
up   shop 1 ...
up   shop 4 ...
up   shop 3 ...
3 migrations in ...
--- file shop/shop_5.lua
return { forward = { { sql = "CREATE TABLE c (id INTEGER)" } }, reverse = { { sql = "DROP TABLE c" } } }
--- file shop/shop_6.lua
local before = "shop_" .. 5
return { requires = { before }, forward = { { sql = "INSERT INTO c VALUES (1)" } }, irreversible = "a test" }
--- run exit=65
helium renumber 5 --design shop
--- out
shop/shop_6.lua: design: shop_6 requires a file that is to move, in words that cannot be followed
  hint: write requires = { "shop_5" } there; nothing was moved
--- run
ls shop
--- out
shop_1.lua
shop_3.lua
shop_4.lua
shop_5.lua
shop_6.lua
