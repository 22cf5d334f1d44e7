A reverse fails where each statement is committed by itself: status knows how far it came, resume goes
on, and resume --undo puts back what was taken.
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
  transaction = "each",
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
--- run exit=5
helium down --design shop
--- out @sqlite
shop/shop_1001.lua:18:14: partial: no such table: nowhere
      { sql = "DELETE FROM nowhere WHERE id = 1" },
               ^
failed shop 1001 reverse, statement 4 of 4
state: shop_1001 is half taken back: 3 of 4 statements ran
next: helium resume
--- out @postgresql
shop/shop_1001.lua:18:26: partial: relation "nowhere" does not exist
      { sql = "DELETE FROM nowhere WHERE id = 1" },
                           ^
  SQLSTATE 42P01
failed shop 1001 reverse, statement 4 of 4
state: shop_1001 is half taken back: 3 of 4 statements ran
next: helium resume
--- out @mariadb
shop/shop_1001.lua:18:14: partial: Table 'story_....nowhere' doesn't exist
      { sql = "DELETE FROM nowhere WHERE id = 1" },
               ^
  SQLSTATE 42S02
failed shop 1001 reverse, statement 4 of 4
state: shop_1001 is half taken back: 3 of 4 statements ran
next: helium resume
--- out @mysql
shop/shop_1001.lua:18:14: partial: Table 'story_....nowhere' doesn't exist
      { sql = "DELETE FROM nowhere WHERE id = 1" },
               ^
  SQLSTATE 42S02
failed shop 1001 reverse, statement 4 of 4
state: shop_1001 is half taken back: 3 of 4 statements ran
next: helium resume
--- out @db2
shop/shop_1001.lua:18:14: partial: ...NOWHERE...
      { sql = "DELETE FROM nowhere WHERE id = 1" },
               ^
  SQLSTATE 42...
failed shop 1001 reverse, statement 4 of 4
state: shop_1001 is half taken back: 3 of 4 statements ran
next: helium resume
--- run
helium status --design shop --format json
--- out
..."applied":[1000],"pending":[],...,"partial":[{"number":1001,"done":3,"of":4,"state":"failed","direction":"reverse",...
--- run exit=5
helium down --design shop
--- out
shop/shop_1001.lua: partial: shop_1001 is half taken back: 3 of 4 statements ran ...
  hint: mend the file, then helium resume; or helium resume --undo
--- run
helium resume --undo --design shop
sql "SELECT count(*) FROM item"
helium status --exit-code --design shop
--- out
up   shop 1001 ...
4
...
up to date
--- run exit=5
helium down --design shop
--- run
sed -i 's/FROM nowhere/FROM item/' shop/shop_1001.lua
helium resume --design shop
--- out
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
