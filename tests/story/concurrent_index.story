CREATE INDEX CONCURRENTLY beside a runner that waits: the waiting one polls and holds no snapshot, so the index
is built and both end well.
--- dialects postgresql
--- file shop/shop_1000.lua
-- shop_1000.lua
-- Rows
return {
  forward = {
    { sql = "CREATE TABLE item (id INTEGER NOT NULL)" },
    { sql = "INSERT INTO item SELECT generate_series(1, 200000)" },
  },
  reverse = { { sql = "DROP TABLE item" } },
}
--- file shop/shop_1001.lua
-- shop_1001.lua
-- An index
return {
  forward = {
    { sql = "SELECT pg_sleep(1)" },
    { sql = "CREATE INDEX CONCURRENTLY item_id ON item (id)" },
  },
  reverse = { { sql = "DROP INDEX CONCURRENTLY item_id" }, { sql = "SELECT 1" } },
}
--- start first
exec helium up --design shop
--- until
sql "SELECT count(*) FROM item"
--- start second
exec helium up --design shop
--- start third
exec helium up --design shop
--- wait first
--- wait second
--- out
waiting: ...
nothing to do
--- wait third
--- run
sql "SELECT indisvalid FROM pg_index WHERE indexrelid = 'item_id'::regclass"
helium status --exit-code --design shop
--- out
t
...up to date
