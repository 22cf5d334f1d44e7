Ctrl-C in a slow statement: it is cancelled, the lock is released, the state is said, and the next
command finishes. IBM's driver cancels by another connection, which Derby does not understand: there the
line breaks, and the state is in doubt until the server has ended the statement.
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
  postgresql = "SELECT pg_sleep(60)",
  mysql = "SELECT count(*) FROM item WHERE sleep(60) = 0",
  mariadb = "SELECT count(*) FROM item WHERE sleep(60) = 0",
  sqlite = [[
    WITH RECURSIVE c (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM c WHERE n < 200000000)
    SELECT count(*) FROM c]],
  db2 = "SELECT count(*) FROM sys.syscolumns a, sys.syscolumns b, sys.syscolumns c",
}
return {
  transaction = "CLASS",
  forward = {
    { sql = "INSERT INTO item (id) VALUES (1)" },
    { sql = slow[engine] },
    { sql = "INSERT INTO item (id) VALUES (2)" },
  },
  reverse = { { sql = "DELETE FROM item" } },
}
--- run
sed -i 's/CLASS/whole/' shop/shop_1001.lua
--- run @sqlite
sql "PRAGMA user_version = 1"  # a file that its first runner makes is closed to all others meanwhile
--- start first
exec helium up --design shop
--- until @sqlite @postgresql @mariadb @mysql
sql "SELECT count(*) FROM item"
--- until @db2
test "$(sql "SELECT count(*) FROM item WITH UR")" -eq 1
--- run
sleep 0.5
--- interrupt first
--- wait first exit=4 @sqlite @postgresql @mariadb @mysql
--- out @sqlite @postgresql @mariadb @mysql
stopping...cancel...
failed shop 1001 forward, statement 2 of 3
state: nothing of shop_1001 is left; 1 migration before it stands
next: helium up
--- wait first exit=4 @db2
--- out @db2
stopping...cancel...
failed shop 1001 forward, statement 2 of 3
state: the connection was lost; nothing of shop_1001 is left; 1 migration before it stands
next: helium up
--- run
helium status --design shop --format json
sql "SELECT count(*) FROM item"
--- out
..."applied":[1000],"pending":[1001],...,"partial":[]...
0
--- run
sed -i 's/whole/each/' shop/shop_1001.lua
--- start second
exec helium up --design shop
--- until @sqlite @postgresql @mariadb @mysql
test "$(sql 'SELECT count(*) FROM item')" -eq 1
--- until @db2
test "$(sql 'SELECT count(*) FROM item WITH UR')" -eq 1
--- run
sleep 0.5
--- interrupt second
--- wait second exit=5
--- out @sqlite @postgresql @mariadb @mysql
...
failed shop 1001 forward, statement 2 of 3
state: shop_1001 is half done: 1 of 3 statements stand
next: helium resume
--- run
sed -i 's/slow\[engine\]/engine == "db2" and "VALUES 1" or "SELECT 1"/' shop/shop_1001.lua
helium resume --design shop
sql "SELECT id FROM item ORDER BY id"
helium status --exit-code --design shop
--- out
up   shop 1001 ...
1
2
...up to date...
