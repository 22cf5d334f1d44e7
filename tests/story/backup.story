A backup is made before anything runs; without one, nothing runs.
--- dialects sqlite

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
--- run
helium up --to 1000 --design shop
helium up --backup before.db --design shop
sqlite3 before.db "SELECT count(*) FROM item"
sql "SELECT count(*) FROM item"
--- out
up   shop 1000  One table  ...
1 migration in ...
up   shop 1001  A row  ...
1 migration in ...
0
1
--- run exit=73
helium down --backup before.db --design shop
--- out
write: the backup before.db exists already
  hint: give another path
--- run exit=73
helium down --backup nowhere/before.db --design shop
--- out
write: the backup to nowhere/before.db failed: unable to open database: nowhere/before.db
--- run
sql "SELECT count(*) FROM item"
helium up --backup again.db --design shop
test ! -e again.db
--- out
1
nothing to do
