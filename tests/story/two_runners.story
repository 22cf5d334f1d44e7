--- dialects postgresql mariadb mysql
--- file shop/shop_1000.lua
-- shop_1000.lua
-- One table
return {
  forward = { { sql = "CREATE TABLE item (id INTEGER NOT NULL PRIMARY KEY)" } },
  reverse = { { sql = "DROP TABLE item" } },
}
--- file shop/shop_1001.lua
-- shop_1001.lua
-- A slow one
return {
  forward = { { sql = engine == "postgresql" and "SELECT pg_sleep(3)" or "SELECT sleep(3)" },
              { sql = "INSERT INTO item (id) VALUES (1)" } },
  reverse = { { sql = "DELETE FROM item" } },
}
--- start first
exec helium up --design shop
--- until
sql "SELECT count(*) FROM item"
--- start second
exec helium up --design shop
--- wait first
--- wait second
--- out
waiting: ...
...nothing to do...
--- run
sql "SELECT count(*) FROM item"
--- out
1
