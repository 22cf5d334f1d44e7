Where nothing is to be applied, a design that has nothing to load is left alone too.
--- dialects sqlite
--- file shop/shop_1.lua
-- shop_1.lua
-- A table
return { forward = function(queries) queries:create_table("a", { columns = { { name = "i", type = "integer", primary_key = true } } }) end }
--- run
helium up --design shop --load-only
sql "SELECT count(*) FROM sqlite_master WHERE name = 'a'"
--- out
...
0
