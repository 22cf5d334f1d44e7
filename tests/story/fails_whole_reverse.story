A reverse fails in the middle of a transaction: the migration stands as before.
--- file shop/shop_1000.lua
-- shop_1000.lua
-- One table
return {
  forward = { { sql = "CREATE TABLE item (id INTEGER NOT NULL PRIMARY KEY, name VARCHAR(20))" } },
  reverse = { { sql = "DROP TABLE item" } },
}
--- file shop/shop_1001.lua
-- shop_1001.lua
-- Four statements and a way back that fails
return {
  transaction = "whole",
  forward = {
    { sql = "INSERT INTO item (id, name) VALUES (1, 'one')" },
    { sql = "INSERT INTO item (id, name) VALUES (2, 'two')" },
    { sql = [[
      INSERT INTO item (id, name)
        VALUES (3, 'three')
    ]] },
    { sql = "INSERT INTO item (id, name) VALUES (4, 'four')" },
  },
  reverse = {
    { sql = "DELETE FROM item WHERE id = 4" },
    { sql = "DELETE FROM item WHERE id = 3" },
    { sql = "DELETE FROM item WHERE id = 2" },
    { sql = "DELETE FROM nowhere WHERE id = 1" },
  },
}
--- run
helium up --design shop
--- run exit=4
helium down --design shop
--- out @sqlite
shop/shop_1001.lua:18:14: database: no such table: nowhere
      { sql = "DELETE FROM nowhere WHERE id = 1" },
               ^
failed shop 1001 reverse, statement 4 of 4
state: shop_1001 stands as before
next: helium down, after the file is mended
--- out @postgresql
shop/shop_1001.lua:18:26: database: relation "nowhere" does not exist
      { sql = "DELETE FROM nowhere WHERE id = 1" },
                           ^
  SQLSTATE 42P01
failed shop 1001 reverse, statement 4 of 4
state: shop_1001 stands as before
next: helium down, after the file is mended
--- out @mariadb
shop/shop_1001.lua:18:14: database: Table 'story_....nowhere' doesn't exist
      { sql = "DELETE FROM nowhere WHERE id = 1" },
               ^
  SQLSTATE 42S02
failed shop 1001 reverse, statement 4 of 4
state: shop_1001 stands as before
next: helium down, after the file is mended
--- out @mysql
shop/shop_1001.lua:18:14: database: Table 'story_....nowhere' doesn't exist
      { sql = "DELETE FROM nowhere WHERE id = 1" },
               ^
  SQLSTATE 42S02
failed shop 1001 reverse, statement 4 of 4
state: shop_1001 stands as before
next: helium down, after the file is mended
--- out @db2
shop/shop_1001.lua:18:14: database: ...NOWHERE...
      { sql = "DELETE FROM nowhere WHERE id = 1" },
               ^
  SQLSTATE 42...
failed shop 1001 reverse, statement 4 of 4
state: shop_1001 stands as before
next: helium down, after the file is mended
--- run
sql "SELECT count(*) FROM item"
helium status --exit-code --design shop
--- out
4
...
up to date
--- run
sed -i 's/FROM nowhere/FROM item/' shop/shop_1001.lua
helium down --design shop
--- out
shop/shop_1001.lua: warning: changed: ...the file's reverse is used
down shop 1001  Four statements and a way back that fails...
1 migration in ...
--- run
sql "SELECT count(*) FROM item"
helium status --design shop --format json
--- out
0
..."applied":[1000],"pending":[1001],"out_of_order":[],"changed":[],"missing":[],"partial":[]}]...
--- run
helium up --design shop
helium down --all --design shop
--- out
up   shop 1001 ...
down shop 1000 ...
