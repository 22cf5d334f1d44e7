The disk is full in the second migration: it is rolled back, the first stands, and the same command
finishes once there is room. A log that cannot be written does not stop a migration.
--- dialects sqlite
--- file shop/shop_1000.lua
-- shop_1000.lua
-- One table
return {
  forward = { { sql = "CREATE TABLE item (text TEXT)" } },
  reverse = { { sql = "DROP TABLE item" } },
}
--- file shop/shop_1001.lua
-- shop_1001.lua
-- Much text
return {
  forward = {
    { sql = "INSERT INTO item VALUES ('small')" },
    { sql = "INSERT INTO item VALUES (hex(randomblob(400000)))" },
  },
  reverse = { { sql = "DELETE FROM item" } },
}
--- run exit=4
helium up --design shop --to 1000
strace -f -qq -o trace -e trace=pwrite64 -e inject=pwrite64:error=ENOSPC:when=20+ helium up --design shop
--- out
up   shop 1000  One table...
1 migration in ...
shop/shop_1001.lua: database: database or disk is full
failed shop 1001 forward
state: nothing of shop_1001 is left
next: helium up
--- run
sql "SELECT count(*) FROM item"
sql "PRAGMA integrity_check"
helium up --design shop --log-file /dev/full
sql "SELECT count(*) FROM item"
--- out
0
ok
up   shop 1001 ...
2
--- run exit=73
helium status --design shop >/dev/full
--- out
write: cannot write to standard output: No space left on device
