A release whose folder lacks the newest migration still takes it down: the ledger kept its reverse.
--- file shop/shop_1000.lua
-- shop_1000.lua
-- One table
return {
  forward = { { sql = "CREATE TABLE item (id INTEGER NOT NULL, name VARCHAR(20))" } },
  reverse = { { sql = "DROP TABLE item" } },
}
--- file shop/shop_1001.lua
-- shop_1001.lua
-- Rows that an older release does not know
return {
  forward = {
    { sql = "INSERT INTO item (id, name) VALUES (1, 'it''s; one')" },
    { sql = "INSERT INTO item (id, name) VALUES (2, 'two')" },
  },
  reverse = {
    { sql = "DELETE FROM item WHERE id = 2" },
    { sql = "DELETE FROM item WHERE name = 'it''s; one'" },
  },
}
--- run
helium up --design shop
rm shop/shop_1001.lua
--- run
helium status --design shop
--- out
...
    missing  1  1001
...missing: shop_1001 ...
--- run
helium down --design shop
sql "SELECT count(*) FROM item"
helium status --exit-code --design shop
--- out
down shop 1001  Rows that an older release does not know...
1 migration in ...
0
...
up to date
