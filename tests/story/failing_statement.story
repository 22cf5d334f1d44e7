--- file shop/shop_1000.lua
-- shop_1000.lua
-- One table
return {
  forward = { { sql = "CREATE TABLE item (id INTEGER NOT NULL PRIMARY KEY)" } },
  reverse = { { sql = "DROP TABLE item" } },
}
--- file shop/shop_1001.lua
-- shop_1001.lua
-- A statement that fails
return {
  forward = {
    { sql = "INSERT INTO item (id) VALUES (1)" },
    { sql = "INSERT INTO nowhere (id) VALUES (2)" },
  },
  reverse = { { sql = "DELETE FROM item" } },
}
--- run exit=4
test "$DIALECT" = mysql -o "$DIALECT" = mariadb && exit 4
helium up --design shop
--- run
sed -i 's/nowhere/item/' shop/shop_1001.lua
helium up --design shop || helium resume --design shop
sql "SELECT count(*) FROM item"
--- out
...2
--- run
helium down --all --design shop
helium status --design shop --format json
--- out
..."applied":[],"pending":[1000,1001]...
