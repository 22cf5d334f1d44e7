Through PgBouncer in transaction mode: the pool is noticed, the fence guards, no lock is left behind, settings reach
neither other sessions nor ours, and what is not one transaction is refused with advice.
--- dialects pgbouncer
--- file shop/shop_1000.lua
-- shop_1000.lua
-- One table
return {
  lock_timeout = "700ms",
  forward = {
    { sql = "CREATE TABLE item (id INTEGER NOT NULL, place TEXT)" },
    { sql = "INSERT INTO item VALUES (1, current_setting('search_path') || current_setting('lock_timeout'))" },
  },
  reverse = { { sql = "DROP TABLE item" } },
}
--- file shop/shop_1001.lua
-- shop_1001.lua
-- A row
return {
  forward = { { sql = "INSERT INTO item VALUES (2, current_setting('lock_timeout'))" } },
  reverse = { { sql = "DELETE FROM item WHERE id = 2" } },
}
--- run
helium up --design shop
helium status --design shop
sql "SELECT id, regexp_replace(place, 'story_[0-9a-f]*', 'story') FROM item ORDER BY id"
--- out
up   shop 1000  One table...
up   shop 1001  A row...
...through a connection pool...
1|story, pg_temp700ms
2|5s
--- file shop/shop_1002.lua
-- shop_1002.lua
-- Not one transaction
return {
  forward = { { sql = "CREATE INDEX CONCURRENTLY item_id ON item (id)" } },
  reverse = { { sql = "DROP INDEX CONCURRENTLY item_id" } },
}
--- run exit=4
helium up --design shop
--- out
shop/shop_1002.lua:4:24: refused: shop_1002 is not one transaction...through a connection pool...
...
  hint: give the address of the server itself...
--- file shop/shop_1002.lua
-- shop_1002.lua
-- A setting
return {
  forward = { { sql = "SET work_mem = '1MB'" } },
  reverse = { { sql = "SELECT 1" } },
}
--- run exit=4
helium up --design shop
--- file shop/shop_1002.lua
-- shop_1002.lua
-- Slow
return {
  forward = { { sql = "INSERT INTO item VALUES (3, 'slow')" }, { sql = "SELECT pg_sleep(3)" } },
  reverse = { { sql = "DELETE FROM item WHERE id = 3" } },
}
--- start first
exec helium up --design shop
--- run
sleep 1
--- kill first
--- run
helium up --design shop
sql "SELECT count(*) FROM item WHERE id = 3"
sql "SELECT count(*) FROM pg_locks l JOIN pg_stat_activity a USING (pid) WHERE l.locktype = 'advisory' AND a.usename = 'pooled'"
helium down --all --design shop
helium history --design shop
--- out
...
1
0
...
--- run
sql "SELECT count(*) FROM pg_tables WHERE tablename = 'item' AND schemaname = current_schema()"
--- out
0
--- file typed/typed_1.lua
-- typed_1.lua
-- Rows are counted before they are kept
return {
  forward = function(queries)
    queries:create_table("box", {
      columns = { { name = "id", type = "integer", primary_key = true }, { name = "n", type = "integer" } },
    })
    queries:insert("box", { { id = 1, n = 1 } })
  end,
}
--- file typed/typed_2.lua
-- typed_2.lua
-- One more
return { forward = function(queries) queries:update("box", { set = { n = "n + 1" } }) end }
--- run
helium up --to 1 --design typed
helium up --design typed
helium stash --design typed
sql "SELECT n FROM box"
helium down --design typed
sql "SELECT n FROM box"
helium down --all --design typed
--- out
...
...typed...2...
2
...
1
...
