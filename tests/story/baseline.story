A database that was made by hand is adopted: nothing runs, the ledger says so.
--- dialects sqlite postgresql mariadb mysql db2

--- file shop/shop_1000.lua
-- shop_1000.lua
-- One table
return {
  forward = { { sql = "CREATE TABLE item (id INTEGER NOT NULL PRIMARY KEY)" } },
  reverse = { { sql = "DROP TABLE item" } },
}
--- file shop/shop_1001.lua
-- shop_1001.lua
-- A row
return {
  forward = { { sql = "INSERT INTO item (id) VALUES (1)" } },
  reverse = { { sql = "DELETE FROM item" } },
}
--- run exit=4
sql "CREATE TABLE item (id INTEGER NOT NULL PRIMARY KEY)"
helium up --design shop
--- out
shop/shop_1000.lua:4:...: database: ...
    forward = { { sql = "CREATE TABLE item (id INTEGER NOT NULL PRIMARY KEY)" } },
...^
...failed shop 1000 forward, statement 1 of 1
state: nothing of shop_1000 is left
next: helium up, after the file is mended
--- run
helium baseline 1000 --design shop
helium status --design shop --format json
--- out
baselined shop 1000  One table
..."applied":[1000],"pending":[1001],...
--- run
helium up --design shop
helium down --all --design shop
--- out
up   shop 1001  A row  ...
1 migration in ...
down shop 1001  A row  ...
down shop 1000  One table  ...
2 migrations in ...
--- run exit=65
helium baseline 4711 --design shop
--- out
design: no migration has the number 4711
  hint: helium status shows the numbers
