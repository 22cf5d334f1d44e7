What stood before an operation is not its own: the way back of a grant leaves a right that was there, that of a revoke
gives back what was taken as it was, and an extension that others made stays.
--- dialects postgresql
--- alone
--- file shop/shop_1.lua
-- shop_1.lua
-- A table
return {
  forward = function(queries)
    for _, name in ipairs({ "item", "other", "third" }) do
      queries:create_table(name, { columns = { { name = "id", type = "integer", primary_key = true } } })
    end
  end,
}
--- file shop/shop_2.lua
-- shop_2.lua
-- Rights come and go
return {
  forward = function(queries)
    queries:grant("item", { privileges = { "select", "insert" }, to = "story_reader" })
    queries:grant("other", { privileges = { "all" }, to = "story_reader" })
    queries:grant("third", { privileges = { "select" }, to = "story_reader", grantable = true })
    queries:revoke("item", { privileges = { "update", "delete" }, to = "story_reader" })
  end,
}
--- run
helium up --design shop --to 1 >/dev/null
sql "DROP ROLE IF EXISTS story_reader" 2>/dev/null
sql "CREATE ROLE story_reader"
sql "GRANT SELECT ON item, other, third TO story_reader; GRANT UPDATE ON item TO story_reader WITH GRANT OPTION"
helium up --design shop >/dev/null
sql "SELECT relname, relacl[2] FROM pg_class WHERE relname IN ('item', 'other', 'third') AND relnamespace = current_schema()::regnamespace ORDER BY 1"
helium down --design shop >/dev/null
sql "SELECT relname, relacl[2] FROM pg_class WHERE relname IN ('item', 'other', 'third') AND relnamespace = current_schema()::regnamespace ORDER BY 1"
--- out
item|story_reader=ar/postgres
other|story_reader=arwdDxt/postgres
third|story_reader=r*/postgres
item|story_reader=rw*/postgres
other|story_reader=r/postgres
third|story_reader=r/postgres
--- file shop/shop_2.lua
-- shop_2.lua
-- Nothing but what is there
return { forward = function(queries) queries:grant("item", { privileges = { "select" }, to = "story_reader" }) end }
--- run
helium up --design shop >/dev/null
helium down --design shop >/dev/null
sql "SELECT has_table_privilege('story_reader', '$HELIUM_SCHEMA.item', 'SELECT')"
sql "DROP OWNED BY story_reader; DROP ROLE story_reader"
--- out
t
--- file shop/shop_2.lua
-- shop_2.lua
-- Extensions
return {
  forward = function(queries)
    queries:create_extension("tablefunc")
    queries:create_extension("tcn")
    queries:create_extension("isn")
    queries:drop_extension("pg_trgm")
  end,
}
--- run
for name in tablefunc tcn isn pg_trgm; do sql "DROP EXTENSION IF EXISTS $name" 2>/dev/null; done
sql "DROP SCHEMA IF EXISTS story_abroad CASCADE" 2>/dev/null
sql "CREATE SCHEMA story_abroad"
sql "CREATE EXTENSION tablefunc; CREATE EXTENSION tcn SCHEMA story_abroad; CREATE EXTENSION pg_trgm VERSION '1.5'"
helium up --design shop >/dev/null 2>&1
sql "SELECT extname FROM pg_extension WHERE extname IN ('tablefunc', 'tcn', 'isn', 'pg_trgm') ORDER BY 1"
helium down --design shop >/dev/null
sql "SELECT extname, extversion FROM pg_extension WHERE extname IN ('tablefunc', 'tcn', 'isn', 'pg_trgm') ORDER BY 1"
sql "DROP EXTENSION pg_trgm; CREATE EXTENSION pg_trgm SCHEMA story_abroad"
--- out
isn
tablefunc
tcn
pg_trgm|1.5
tablefunc|1.0
tcn|1.0
--- file shop/shop_2.lua
-- shop_2.lua
-- One of another schema
return { forward = function(queries) queries:drop_extension("pg_trgm") end }
--- run exit=65
helium up --design shop
--- out
...there is no extension pg_trgm in this schema, and one of another schema would not come back there...
--- run
sql "DROP EXTENSION pg_trgm; DROP EXTENSION tcn; DROP EXTENSION tablefunc; DROP SCHEMA story_abroad"
