A statement fails in the middle of a transaction: nothing of the migration is left, the one before it
stands, and the same command finishes the mended file.
--- file shop/shop_1000.lua
-- shop_1000.lua
-- One table
return {
  forward = { { sql = "CREATE TABLE item (id INTEGER NOT NULL PRIMARY KEY, name VARCHAR(20))" } },
  reverse = { { sql = "DROP TABLE item" } },
}
--- file shop/shop_1001.lua
-- shop_1001.lua
-- Four statements, the third of which fails
return {
  transaction = "whole",
  forward = {
    { sql = "INSERT INTO item (id, name) VALUES (1, 'one')" },
    { sql = "INSERT INTO item (id, name) VALUES (2, 'two')" },
    { sql = [[
      INSERT INTO item (id, name)
        SELECT 3, 'three' FROM nowhere
    ]] },
    { sql = "INSERT INTO item (id, name) VALUES (4, 'four')" },
  },
  reverse = {
    { sql = "DELETE FROM item WHERE id = 4" },
    { sql = "DELETE FROM item WHERE id = 3" },
    { sql = "DELETE FROM item WHERE id = 2" },
    { sql = "DELETE FROM item WHERE id = 1" },
  },
}
--- run exit=4
helium up --design shop
--- out @sqlite
shop/shop_1001.lua:9:7: database: no such table: nowhere
        INSERT INTO item (id, name)
        ^
up   shop 1000  One table...
failed shop 1001 forward, statement 3 of 4
state: nothing of shop_1001 is left; 1 migration before it stands
next: helium up, after the file is mended
--- out @postgresql
shop/shop_1001.lua:10:32: database: relation "nowhere" does not exist
          SELECT 3, 'three' FROM nowhere
                                 ^
  SQLSTATE 42P01
up   shop 1000  One table...
failed shop 1001 forward, statement 3 of 4
state: nothing of shop_1001 is left; 1 migration before it stands
next: helium up, after the file is mended
--- out @mariadb
shop/shop_1001.lua:9:7: database: Table 'story_....nowhere' doesn't exist
        INSERT INTO item (id, name)
        ^
  SQLSTATE 42S02
up   shop 1000  One table...
failed shop 1001 forward, statement 3 of 4
state: nothing of shop_1001 is left; 1 migration before it stands
next: helium up, after the file is mended
--- out @mysql
shop/shop_1001.lua:9:7: database: Table 'story_....nowhere' doesn't exist
        INSERT INTO item (id, name)
        ^
  SQLSTATE 42S02
up   shop 1000  One table...
failed shop 1001 forward, statement 3 of 4
state: nothing of shop_1001 is left; 1 migration before it stands
next: helium up, after the file is mended
--- out @db2
shop/shop_1001.lua:9:7: database: ...NOWHERE...
        INSERT INTO item (id, name)
        ^
  SQLSTATE 42...
up   shop 1000  One table...
failed shop 1001 forward, statement 3 of 4
state: nothing of shop_1001 is left; 1 migration before it stands
next: helium up, after the file is mended
--- run
helium status --design shop --format json
--- out
..."applied":[1000],"pending":[1001],"out_of_order":[],"changed":[],"missing":[],"partial":[]}]...
--- run
sql "SELECT count(*) FROM item"
--- out
0
--- run
sed -i 's/FROM nowhere/FROM item WHERE id = 1/' shop/shop_1001.lua
helium up --design shop
--- out
up   shop 1001  Four statements, the third of which fails...
1 migration in ...
--- run
sql "SELECT count(*) FROM item"
helium status --exit-code --design shop
--- out
4
...
up to date
--- run
helium down --all --design shop
--- out
down shop 1001 ...
down shop 1000 ...
