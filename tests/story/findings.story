What can happen to files after they were applied has a name each, stops `up`, and is mended by its own
command.
--- dialects sqlite

--- file shop/shop_1000.lua
-- shop_1000.lua
-- One table
return {
  forward = { { sql = "CREATE TABLE item (id INTEGER NOT NULL PRIMARY KEY)" } },
  reverse = { { sql = "DROP TABLE item" } },
}
--- file shop/shop_1002.lua
-- shop_1002.lua
-- A row
return {
  forward = { { sql = "INSERT INTO item (id) VALUES (1)" } },
  reverse = { { sql = "DELETE FROM item WHERE id = 1" } },
}
--- run
helium up --design shop
--- file shop/shop_1001.lua
-- shop_1001.lua
-- Merged from another branch
return {
  forward = { { sql = "INSERT INTO item (id) VALUES (7)" } },
  reverse = { { sql = "DELETE FROM item WHERE id = 7" } },
}
--- run
helium status --design shop
--- out
sqlite:...  schema main
shop
    applied       2  1000 1002
    pending       1  1001
    out of order  1  1001
shop/shop_1001.lua: error: out_of_order: shop_1001 is not applied, but the newer shop_1002 is
  hint: helium up --out-of-order runs it, helium renumber 1001 moves it to the end
--- run exit=65
helium up --design shop
--- out
shop/shop_1001.lua: design: out_of_order: shop_1001 is not applied, but the newer shop_1002 is
  hint: helium up --out-of-order runs it, helium renumber 1001 moves it to the end
--- run exit=65
helium renumber 1000 --design shop
--- out
design: shop_1000 is applied: it keeps its number
  hint: helium renumber moves files that are pending
--- run
helium renumber --design shop
helium status --design shop --format json
--- out
shop/shop_1001.lua  shop/shop_1003.lua
..."applied":[1000,1002],"pending":[1003],"out_of_order":[],"changed":[],...
--- run
mv shop/shop_1003.lua shop/shop_1001.lua
sed -i s/1003/1001/ shop/shop_1001.lua
helium up --out-of-order --design shop
--- out
shop/shop_1001.lua: warning: out_of_order: shop_1001 is not applied, but the newer shop_1002 is
  hint: helium up --out-of-order runs it, helium renumber 1001 moves it to the end
up   shop 1001  Merged from another branch  ...
1 migration in ...
--- run exit=1
sed -i 's/VALUES (1)/VALUES (5)/' shop/shop_1002.lua
helium status --exit-code --design shop
--- out
sqlite:...  schema main
shop
    applied  3  1000 1001 1002
    pending  0
    changed  1  1002
shop/shop_1002.lua:4:24: error: changed: shop_1002 was changed after it was applied at ... by ...: its checksum was 36af6749c501, now it is c2b178a253d4; statement 1 of 1 is another one now
  hint: bring the old text back and write a new migration, or accept it with helium repair 1002
--- run exit=65
helium up --design shop
--- out
shop/shop_1002.lua:4:24: design: changed: shop_1002 was changed after it was applied at ... by ...: its checksum was 36af6749c501, now it is c2b178a253d4; statement 1 of 1 is another one now
    forward = { { sql = "INSERT INTO item (id) VALUES (5)" } },
                         ^
  hint: bring the old text back and write a new migration, or accept it with helium repair 1002
--- run
helium repair --design shop
helium status --exit-code --design shop
helium history --design shop | tail -1
--- out
repaired shop 1002  A row
sqlite:...  schema main
shop
    applied  3  1000 1001 1002
    pending  0
up to date
...  shop    1002    repaired  ...  checksum ... -> ...
--- run exit=65
mv shop/shop_1001.lua kept
helium up --design shop
--- out
shop: design: missing: shop_1001 was applied at ... by ..., but its file is not there
  hint: bring the file back, take it down with helium down, or forget it with helium repair --forget-missing
--- run
helium repair --forget-missing --design shop
helium status --exit-code --design shop
--- out
forgotten shop 1001  Merged from another branch
sqlite:...  schema main
shop
    applied  2  1000 1002
    pending  0
up to date
--- run
sql "SELECT id FROM item ORDER BY id"
--- out
1
7
