All pending migrations in one transaction: when the last one fails, none of them stands. Where the database
commits by itself it is refused by name before anything runs.
--- file shop/shop_1000.lua
-- shop_1000.lua
-- One table
return {
  forward = { { sql = "CREATE TABLE item (id INTEGER NOT NULL PRIMARY KEY)" } },
  reverse = { { sql = "DROP TABLE item" } },
}
--- file shop/shop_1001.lua
-- shop_1001.lua
-- A row
return {
  forward = { { sql = "INSERT INTO item (id) VALUES (1)" } },
  reverse = { { sql = "DELETE FROM item" } },
}
--- file shop/shop_1002.lua
-- shop_1002.lua
-- The same row
return {
  forward = {
    { sql = "INSERT INTO item (id) VALUES (2)" },
    { sql = "INSERT INTO item (id) VALUES (1)" },
  },
  reverse = { { sql = "DELETE FROM item WHERE id = 2" } },
}
--- run exit=65 @mysql @mariadb
helium up --group --design shop
--- out @mysql @mariadb
...shop_1000 cannot share a transaction with others: ... commits schema changes by itself
  hint: helium up without --group
--- run exit=4 @sqlite @postgresql @db2
helium up --group --design shop
--- out @sqlite @postgresql @db2
...failed shop 1002 forward, statement 2 of 2
state: nothing of shop_1002 is left, nor of the other 2 of its group
...
--- run @sqlite @postgresql @db2
helium status --design shop
--- out @sqlite @postgresql @db2
...pending...1000 1001 1002...
--- file shop/shop_1002.lua
-- shop_1002.lua
-- Another row
return {
  forward = { { sql = "INSERT INTO item (id) VALUES (2)" } },
  reverse = { { sql = "DELETE FROM item WHERE id = 2" } },
}
--- run @sqlite @postgresql @db2
helium plan --group --design shop
--- out @sqlite @postgresql @db2
...
-- all of it in one transaction
-- plan ...
--- run @sqlite @postgresql @db2
helium up --group --design shop
helium down --all --design shop
--- out @sqlite @postgresql @db2
up   shop 1000  One table  ...
up   shop 1001  A row  ...
up   shop 1002  Another row  ...
3 migrations in ...
...3 migrations in ...
