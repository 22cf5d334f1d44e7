check.before and check.after must find no row: else nothing of the migration stays, and the rows are shown.
--- dialects sqlite postgresql mariadb mysql db2

--- file shop/shop_1000.lua
-- shop_1000.lua
-- One table
return {
  forward = {
    { sql = "CREATE TABLE item (id INTEGER NOT NULL PRIMARY KEY, name VARCHAR(20))" },
    { sql = "INSERT INTO item (id, name) VALUES (1, NULL)" },
  },
  reverse = { { sql = "DROP TABLE item" } },
}
--- file shop/shop_1001.lua
-- shop_1001.lua
-- Names everybody
return {
  transaction = "whole",
  check = {
    before = "SELECT id FROM item WHERE id > 100",
    after = "SELECT id, name FROM item WHERE name IS NULL",
  },
  forward = { { sql = "UPDATE item SET name = 'one' WHERE id = 7" } },
  reverse = { { sql = "UPDATE item SET name = NULL WHERE id = 7" } },
}
--- run exit=4
helium up --design shop
--- out
...shop/shop_1001.lua:7:14: database: check.after found rows
  1, NULL
      after = "SELECT id, name FROM item WHERE name IS NULL",
               ^
up   shop 1000  One table  ...
failed shop 1001 forward
state: nothing of shop_1001 is left; 1 migration before it stands
next: helium up
--- run exit=4
sed -i 's/id = 7/id = 1/' shop/shop_1001.lua
sql "INSERT INTO item (id, name) VALUES (101, 'x')"
helium up --design shop
--- out
shop/shop_1001.lua:6:15: database: check.before found rows
  101
      before = "SELECT id FROM item WHERE id > 100",
                ^
failed shop 1001 forward
state: nothing of shop_1001 is left
next: helium up
--- run
sql "DELETE FROM item WHERE id = 101"
helium up --design shop
sql "SELECT name FROM item"
--- out
up   shop 1001  Names everybody  ...
1 migration in ...
one
