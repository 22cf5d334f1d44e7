Two `up` at once on an empty database, the first held in a slow statement: the second waits, says for
whom, and finds nothing left to do.
--- file shop/shop_1000.lua
-- shop_1000.lua
-- One table
return {
  forward = { { sql = "CREATE TABLE item (id INTEGER NOT NULL)" } },
  reverse = { { sql = "DROP TABLE item" } },
}
--- file shop/shop_1001.lua
-- shop_1001.lua
-- A slow one
local slow = {
  postgresql = "SELECT pg_sleep(6)",
  mysql = "SELECT sleep(6)",
  mariadb = "SELECT sleep(6)",
  sqlite = [[
    WITH RECURSIVE c (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM c WHERE n < 20000000)
    SELECT count(*) FROM c]],
  db2 = "SELECT count(*) FROM sys.syscolumns a, sys.syscolumns b, sys.sysschemas c, sys.sysschemas d",
}
return {
  forward = { { sql = "INSERT INTO item (id) VALUES (1)" }, { sql = slow[engine] } },
  reverse = { { sql = "DELETE FROM item" } },
}
--- run @sqlite
sql "PRAGMA user_version = 1"  # a file that its first runner makes is closed to all others meanwhile
--- start first
exec helium up --design shop
--- until @sqlite @postgresql @mariadb @mysql
sql "SELECT count(*) FROM item"
--- until @db2
sql "SELECT count(*) FROM item WITH UR"
--- run
sleep 0.3
--- start second
exec helium up --design shop
--- wait first
--- out
up   shop 1000 ...
up   shop 1001 ...
2 migrations in ...
--- wait second
--- out @postgresql @mariadb @mysql
waiting: ...
nothing to do
--- out @sqlite @db2
waiting: another runner holds the database...
nothing to do
--- run
sql "SELECT count(*) FROM item"
helium history --design shop
--- out
1
...applied...applied...
