The program is killed in the second of three migrations, in a slow statement behind an insert. The next
`up` waits for what the dead one left running, and finishes: each insert is there once. On MySQL and
MariaDB what was left running is the whole packet, the third migration too.
--- file shop/slow.lua
return {
  postgresql = "SELECT pg_sleep(6)",
  mysql = "SELECT sleep(6)",
  mariadb = "SELECT sleep(6)",
  sqlite = [[
    WITH RECURSIVE c (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM c WHERE n < 100000000)
    SELECT count(*) FROM c]],
  db2 = "SELECT count(*) FROM sys.syscolumns a, sys.syscolumns b, sys.sysschemas c, sys.sysschemas d",
}
--- file shop/shop_1000.lua
-- shop_1000.lua
-- One table
return {
  forward = {
    { sql = "CREATE TABLE item (id INTEGER NOT NULL)" },
    { sql = "INSERT INTO item (id) VALUES (1)" },
  },
  reverse = { { sql = "DROP TABLE item" } },
}
--- file shop/shop_1001.lua
-- shop_1001.lua
-- A slow one
local slow = require("slow")
return {
  forward = {
    { sql = "INSERT INTO item (id) VALUES (2)" },
    { sql = slow[engine] },
    { sql = "INSERT INTO item (id) VALUES (3)" },
  },
  reverse = { { sql = "DELETE FROM item WHERE id IN (2, 3)" } },
}
--- file shop/shop_1002.lua
-- shop_1002.lua
-- The last
return {
  forward = { { sql = "INSERT INTO item (id) VALUES (4)" } },
  reverse = { { sql = "DELETE FROM item WHERE id = 4" } },
}
--- run @sqlite
sql "PRAGMA user_version = 1"  # a file that its first runner makes is closed to all others meanwhile
--- start first
exec helium up --design shop
--- until @sqlite @postgresql @mariadb @mysql
test "$(sql 'SELECT count(*) FROM item')" -ge 1
--- until @db2
test "$(sql 'SELECT count(*) FROM item WITH UR')" -ge 2
--- run
sleep 0.7
--- kill first
--- file shop/slow.lua @sqlite
return { sqlite = "SELECT 1" }
--- run
helium up --design shop
--- out @sqlite @postgresql @db2
...up   shop 1002  The last...
--- out @mysql @mariadb
...nothing to do
--- run
sql "SELECT id FROM item ORDER BY id"
--- out
1
2
3
4
--- run
helium status --design shop --exit-code
helium down --all --design shop
--- out
...up to date...
3 migrations in ...
