A repeatable migration runs again when its text changes, or a macro that it may use.
--- dialects sqlite postgresql mariadb

--- file shop/shop_1000.lua
-- shop_1000.lua
-- One table
return {
  forward = { { sql = "CREATE TABLE item (id INTEGER NOT NULL PRIMARY KEY, name VARCHAR(20))" } },
  reverse = { { sql = "DROP TABLE item" } },
}
--- file shop/shop_1001.lua
-- shop_1001.lua
-- The names
return {
  repeatable = true,
  forward = {
    { sql = "DROP VIEW IF EXISTS names" },
    { sql = "CREATE VIEW names AS SELECT id, name AS ${COLUMN} FROM item" },
  },
  reverse = { { sql = "DROP VIEW names" } },
}
--- file helium.toml
designs = ["shop"]
[macros]
COLUMN = "first"
--- run
helium up
--- out
...up   shop 1000  One table  ...
up   shop 1001  The names  ...
2 migrations in ...
--- run
helium up
--- out
nothing to do
--- run
sed -i 's/SELECT id, name/SELECT id AS number, name/' shop/shop_1001.lua
helium status
--- run
helium up
sql "SELECT number, first FROM names"
--- out
...up   shop 1001  The names  ...
1 migration in ...
--- run
sed -i 's/"first"/"second"/' helium.toml
helium up
sql "SELECT second FROM names"
--- out
...up   shop 1001  The names  ...
1 migration in ...
--- run
helium up
helium down --all
--- out
nothing to do
down shop 1001  The names  ...
down shop 1000  One table  ...
2 migrations in ...
--- file shop/shop_1002.lua
-- shop_1002.lua
-- A second table
return {
  forward = { { sql = "CREATE TABLE part (id INTEGER NOT NULL PRIMARY KEY, name VARCHAR(20))" } },
  reverse = { { sql = "DROP TABLE part" } },
}
--- run
sed -i 's/FROM item/FROM part/; s/id AS number/id/' shop/shop_1001.lua
helium up 2>/dev/null
helium down
helium status --format json
helium up 2>/dev/null
--- out
up   shop 1000  One table  ...
up   shop 1002  A second table  ...
up   shop 1001  The names  ...
3 migrations in ...
down shop 1001  The names  ...
down shop 1002  A second table  ...
2 migrations in ...
..."applied":[1000],"pending":[1001,1002],"out_of_order":[],...
up   shop 1002  A second table  ...
up   shop 1001  The names  ...
2 migrations in ...
--- run
helium redo 2>/dev/null
sql "SELECT COUNT(*) FROM names"
--- out
down shop 1001  The names  ...
down shop 1002  A second table  ...
up   shop 1002  A second table  ...
up   shop 1001  The names  ...
2 migrations down and up again in ...
0
--- file shop/shop_999.lua
-- shop_999.lua
-- Written later, under a lower number
return {
  repeatable = true,
  forward = { { sql = "DROP VIEW IF EXISTS late" }, { sql = "CREATE VIEW late AS SELECT id FROM item" } },
  reverse = { { sql = "DROP VIEW late" } },
}
--- run
helium up 2>/dev/null
--- out
up   shop 999  Written later, under a lower number  ...
1 migration in ...
--- file tried/tried_1.lua
return { forward = { { sql = "CREATE TABLE one (id INTEGER)" } }, reverse = { { sql = "DROP TABLE one" } } }
--- file tried/tried_2.lua
return {
  repeatable = true,
  forward = { { sql = "DROP VIEW IF EXISTS ones" }, { sql = "CREATE VIEW ones AS SELECT id FROM one" } },
  reverse = { { sql = "DROP VIEW ones" } },
}
--- file tried/tried_3.lua
return { forward = { { sql = "CREATE TABLE two (id INTEGER)" } }, reverse = { { sql = "DROP TABLE two" } } }
--- run @sqlite
helium test --design tried --dialect sqlite --scratch none --cache cache
--- out @sqlite
passed  sqlite  tried 1
passed  sqlite  tried 2
passed  sqlite  tried 3
3 tried, 0 failed, ...
