CREATE INDEX CONCURRENTLY that is refused, locked out, cut off, or left alone by a killed client: the invalid index
is recognised and dropped before the next try, and a build that still runs is waited for and named.
--- dialects postgresql
--- file shop/shop_1000.lua
-- shop_1000.lua
-- Rows
return {
  forward = {
    { sql = "CREATE TABLE item (id INTEGER NOT NULL, name TEXT)" },
    { sql = "INSERT INTO item VALUES (1, 'a'), (1, 'b')" },
  },
  reverse = { { sql = "DROP TABLE item" } },
}
--- file shop/shop_1001.lua
-- shop_1001.lua
-- A unique index
return {
  lock_timeout = "500ms",
  forward = { { sql = "CREATE UNIQUE INDEX CONCURRENTLY item_id ON item (id)" } },
  reverse = { { sql = "DROP INDEX CONCURRENTLY item_id" } },
}
--- run exit=4
helium up --design shop
--- out
...duplicat...
  it leaves the invalid index item_id; the next run drops it first
...
state: nothing of shop_1001 is left; ...
--- run
sql "DELETE FROM item WHERE name = 'b'"
--- start writer
sql "INSERT INTO item VALUES (2, 'c'); SELECT pg_sleep(3)"
--- until
sql "SELECT 1 FROM pg_locks WHERE mode = 'RowExclusiveLock' AND relation = 'item'::regclass" | grep 1
--- run
helium up --design shop
--- out
...waiting: another session holds a lock: pid ..., user ...INSERT INTO item VALUES...
up   shop 1001  A unique index...
--- wait writer
--- run
sql "SELECT count(*), bool_and(indisvalid) FROM pg_index WHERE indrelid = 'item'::regclass"
--- out
1|t
--- file shop/shop_1002.lua
-- shop_1002.lua
-- An index without a name, cut off
return {
  forward = {
    { sql = "CREATE INDEX CONCURRENTLY ON item (name, id DESC)" },
    { sql = "INSERT INTO item VALUES (3, 'd')" },
  },
  reverse = { { sql = "DELETE FROM item WHERE id = 3" }, { sql = "DROP INDEX CONCURRENTLY item_name_id_idx" } },
}
--- start writer
sql "INSERT INTO item VALUES (4, 'e'); SELECT pg_sleep(4)"
--- until
sql "SELECT 1 FROM pg_locks WHERE mode = 'RowExclusiveLock' AND relation = 'item'::regclass" | grep 1
--- start first
exec helium up --design shop
--- until
sql "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE query LIKE 'CREATE INDEX CONCURRENTLY ON item%' AND to_regclass('item_name_id_idx') IS NOT NULL" | grep t
--- wait first exit=5
--- out
...
state: the connection was lost; shop_1002 is half done: 0 of 2 statements stand...
next: helium up
--- wait writer
--- run
sql "SELECT count(*) FROM pg_index WHERE indrelid = 'item'::regclass AND NOT indisvalid"
helium up --design shop
sql "SELECT count(*), bool_and(indisvalid) FROM pg_index WHERE indrelid = 'item'::regclass"
--- out
1
...the invalid index item_name_id_idx is left from a try that was broken off; it is dropped first...
up   shop 1002  An index without a name, cut off...
2|t
--- file shop/shop_1003.lua
-- shop_1003.lua
-- An index whose client dies
return {
  forward = { { sql = "CREATE INDEX CONCURRENTLY item_name ON item (name)" } },
  reverse = { { sql = "DROP INDEX CONCURRENTLY item_name" } },
}
--- start writer
sql "INSERT INTO item VALUES (5, 'f'); SELECT pg_sleep(4)"
--- until
sql "SELECT 1 FROM pg_locks WHERE mode = 'RowExclusiveLock' AND relation = 'item'::regclass" | grep 1
--- start first
exec helium up --design shop
--- until
sql "SELECT 1 FROM pg_stat_progress_create_index" | grep 1
--- kill first
--- run
helium up --design shop
--- out
waiting: pid ...CREATE INDEX CONCURRENTLY item_name ON item (name)
up   shop 1003  An index whose client dies...
--- wait writer
--- run
sql "SELECT count(*), bool_and(indisvalid) FROM pg_index WHERE indrelid = 'item'::regclass"
helium down --all --design shop
helium status --exit-code --design shop || true
--- out
3|t
...
