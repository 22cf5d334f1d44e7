What was computed stays when the column is a plain one from now on; what another column is computed from is not dropped.
--- dialects sqlite mariadb
--- file app/app_1.lua
-- app_1.lua
-- A computed column
return {
  forward = { { sql = "CREATE TABLE item (id int PRIMARY KEY, a int, twice int AS (a * 2) VIRTUAL)" } },
  reverse = { { sql = "DROP TABLE item" } },
}
--- file wanted.sql @sqlite
CREATE TABLE item (id INT PRIMARY KEY, a INT, twice INT);
--- file wanted.lua @mariadb
return { tables = { { name = "item", columns = {
  { name = "id", type = "int(11)", null = false }, { name = "a", type = "int(11)" }, { name = "twice", type = "int(11)" } },
  primary_key = { "id" } } } }
--- run
helium up --design app >/dev/null
sql "INSERT INTO item (id, a) VALUES (1, 5)"
--- run @sqlite
helium auto --design app --to wanted.sql >/dev/null
sql "SELECT * FROM item"
helium down --design app >/dev/null
sql "SELECT * FROM item"
--- out @sqlite
1|5|10
1|5|10
--- run exit=4 @mariadb
helium auto --design app --to wanted.lua
--- out @mariadb
refused: this would take data away: alter_column item.twice
...
--- file shop/shop_1.lua
-- shop_1.lua
-- No a
return { forward = function(queries) queries:drop_column("thing", "a") end }
--- run exit=65
sql "CREATE TABLE thing (id INTEGER PRIMARY KEY, a INTEGER, twice INTEGER AS (a * 2))"
sql "INSERT INTO thing (id, a) VALUES (1, 5)"
helium up --design shop
--- out
shop/shop_1.lua:3: design: drop_column: the column twice of thing is computed from a
  ...
  hint: queries:drop_column("thing", "twice") before it
