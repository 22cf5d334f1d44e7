Every session is strict, dates of zeros refused among the rest. A table of older times is changed where its migration says
so itself, at both ends, because down runs them in the other order.
--- dialects mariadb mysql
--- file shop/shop_1.lua
-- shop_1.lua
-- A table with zeros
return {
  forward = function(queries)
    queries:alter_column("item", "name", { type = "varchar(40)" })
    queries:drop_column("item", "born")
    queries:drop_column("item", "name")
  end,
}
--- run
sql "SET sql_mode = ''; CREATE TABLE item (id int PRIMARY KEY, name varchar(20), born date NOT NULL DEFAULT '0000-00-00', at datetime NOT NULL DEFAULT '0000-00-00 00:00:00'); INSERT INTO item (id, name) VALUES (1, 'a'), (2, 'b')"
sql "SHOW CREATE TABLE item; SELECT * FROM item" >before
--- run exit=4
helium up --design shop
--- out
shop/shop_1.lua:5: database: Invalid default value for 'born'
...
state: nothing of shop_1 is left
...
--- run
cat >shop/shop_1.lua <<'END'
-- shop_1.lua
-- A table with zeros
local zeros = "SET SESSION sql_mode = 'STRICT_TRANS_TABLES,NO_ENGINE_SUBSTITUTION'"
return {
  forward = function(queries)
    queries:sql(zeros, { reverse = zeros })
    queries:alter_column("item", "name", { type = "varchar(40)" })
    queries:drop_column("item", "born")
    queries:drop_column("item", "name")
    queries:sql(zeros, { reverse = zeros })
  end,
}
END
helium up --design shop >/dev/null 2>&1
sql "SELECT * FROM item"
helium down --design shop >/dev/null 2>&1
sql "SHOW CREATE TABLE item; SELECT * FROM item" | diff before -
sql "SELECT * FROM item"
--- out
1	0000-00-00 00:00:00
2	0000-00-00 00:00:00
1	a	0000-00-00	0000-00-00 00:00:00
2	b	0000-00-00	0000-00-00 00:00:00
