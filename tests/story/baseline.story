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
--- file views/views_1.lua @sqlite @postgresql
return { forward = { { sql = "CREATE TABLE thing (id INTEGER)" } }, reverse = { { sql = "DROP TABLE thing" } } }
--- file views/views_2.lua @sqlite @postgresql
return {
  repeatable = true,
  forward = { { sql = "DROP VIEW IF EXISTS seen" }, { sql = "CREATE VIEW seen AS SELECT id FROM thing" } },
  reverse = { { sql = "DROP VIEW seen" } },
}
--- run @sqlite @postgresql
sql "CREATE TABLE thing (id INTEGER)"
sql "CREATE VIEW seen AS SELECT id FROM thing"
helium baseline 2 --design views
sed -i 's/SELECT id FROM/SELECT id, 1 AS one FROM/' views/views_2.lua
helium up --design views
sql "SELECT count(one) FROM seen"
--- out @sqlite @postgresql
baselined views 1 ...
baselined views 2 ...
up   views 2 ...
1 migration in ...
0
