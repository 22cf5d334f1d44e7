--- dialects postgresql mariadb mysql
--- file shop/shop_1000.lua
-- shop_1000.lua
-- One table
return {
  forward = { { sql = "CREATE TABLE item (id INTEGER NOT NULL PRIMARY KEY)" },
              { sql = "INSERT INTO item (id) VALUES (1)" } },
  reverse = { { sql = "DROP TABLE item" } },
}
--- file shop/shop_1001.lua
-- shop_1001.lua
-- A slow one
return {
  forward = { { sql = "INSERT INTO item (id) VALUES (2)" },
              { sql = engine == "postgresql" and "SELECT pg_sleep(4)" or "SELECT sleep(4)" },
              { sql = "INSERT INTO item (id) VALUES (3)" } },
  reverse = { { sql = "DELETE FROM item WHERE id IN (2, 3)" } },
}
--- file shop/shop_1002.lua
-- shop_1002.lua
-- The last
return {
  forward = { { sql = "INSERT INTO item (id) VALUES (4)" } },
  reverse = { { sql = "DELETE FROM item WHERE id = 4" } },
}
--- start first
exec helium up --design shop
--- until
test "$(sql 'SELECT count(*) FROM item')" -ge 1
--- kill first
--- run
helium up --design shop
--- run
sql "SELECT count(*) FROM item"
--- out
4
--- run
helium status --design shop --exit-code
