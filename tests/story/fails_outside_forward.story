A statement fails outside of any transaction, behind one that cannot run inside one: resume goes on
behind it, or takes it back.
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
  transaction = "none",
  forward = {
    { sql = "INSERT INTO item (id, name) VALUES (1, 'one')" },
    { sql = engine == "postgresql" and "CREATE INDEX CONCURRENTLY item_name ON item (name)"
        or "CREATE INDEX item_name ON item (name)" },
    { sql = [[
      INSERT INTO item (id, name)
        SELECT 3, 'three' FROM nowhere
    ]] },
    { sql = "INSERT INTO item (id, name) VALUES (4, 'four')" },
  },
  reverse = {
    { sql = "DELETE FROM item WHERE id = 4" },
    { sql = "DELETE FROM item WHERE id = 3" },
    { sql = engine == "postgresql" and "DROP INDEX CONCURRENTLY item_name"
        or (engine == "mysql" or engine == "mariadb") and "DROP INDEX item_name ON item"
        or "DROP INDEX item_name" },
    { sql = "DELETE FROM item WHERE id = 1" },
  },
}
--- run exit=5
helium up --design shop
--- out @sqlite
shop/shop_1001.lua:10:7: partial: no such table: nowhere
        INSERT INTO item (id, name)
        ^
up   shop 1000  One table...
failed shop 1001 forward, statement 3 of 4
state: shop_1001 is half done: 2 of 4 statements stand; 1 migration before it stands
next: helium resume
--- out @postgresql
shop/shop_1001.lua:11:32: partial: relation "nowhere" does not exist
          SELECT 3, 'three' FROM nowhere
                                 ^
  SQLSTATE 42P01
up   shop 1000  One table...
failed shop 1001 forward, statement 3 of 4
state: shop_1001 is half done: 2 of 4 statements stand; 1 migration before it stands
next: helium resume
--- out @mariadb
shop/shop_1001.lua:10:7: partial: Table 'story_....nowhere' doesn't exist
        INSERT INTO item (id, name)
        ^
  SQLSTATE 42S02
up   shop 1000  One table...
failed shop 1001 forward, statement 3 of 4
state: shop_1001 is half done: 2 of 4 statements stand; 1 migration before it stands
next: helium resume
--- out @mysql
shop/shop_1001.lua:10:7: partial: Table 'story_....nowhere' doesn't exist
        INSERT INTO item (id, name)
        ^
  SQLSTATE 42S02
up   shop 1000  One table...
failed shop 1001 forward, statement 3 of 4
state: shop_1001 is half done: 2 of 4 statements stand; 1 migration before it stands
next: helium resume
--- out @db2
shop/shop_1001.lua:10:7: partial: ...NOWHERE...
        INSERT INTO item (id, name)
        ^
  SQLSTATE 42...
up   shop 1000  One table...
failed shop 1001 forward, statement 3 of 4
state: shop_1001 is half done: 2 of 4 statements stand; 1 migration before it stands
next: helium resume
--- run
helium status --design shop --format json
--- out
..."applied":[1000],"pending":[],"out_of_order":[],"changed":[],"missing":[],"partial":[{"number":1001,"done":2,"of":4,"state":"failed","direction":"forward",...
--- run
helium status --design shop
--- out
...
    failed   1001  forward: 2 of 4 statements done; ...
shop/shop_1001.lua: error: partial: shop_1001 is half done: 2 of 4 statements stand: ...
  hint: mend the file, then helium resume; or helium resume --undo
--- run exit=5
helium up --design shop
--- out
shop/shop_1001.lua: partial: shop_1001 is half done: 2 of 4 statements stand ...
  hint: mend the file, then helium resume; or helium resume --undo
--- run
helium resume --undo --design shop
sql "SELECT count(*) FROM item"
--- out
...down shop 1001  Four statements, the third of which fails...
0
--- run exit=5
helium up --design shop
--- run
sed -i 's/FROM nowhere/FROM item WHERE id = 1/' shop/shop_1001.lua
helium resume --design shop
--- out
up   shop 1001  Four statements, the third of which fails...
1 migration in ...
--- run
sql "SELECT count(*) FROM item"
helium status --exit-code --design shop
--- out
3
...
up to date
--- run
helium down --all --design shop
--- out
down shop 1001 ...
down shop 1000 ...
