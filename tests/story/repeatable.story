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
