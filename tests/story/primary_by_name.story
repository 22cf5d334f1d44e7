The server calls every primary key PRIMARY, and so do operations. That of a column with AUTO_INCREMENT has to be followed
by another key in the same statement.
--- dialects mariadb mysql
--- file shop/shop_1.lua
-- shop_1.lua
-- Another key
return {
  forward = function(queries)
    queries:drop_constraint("plain", "PRIMARY")
    queries:add_index("item", { name = "item_id", columns = { "id" } })
    queries:drop_constraint("item", "PRIMARY")
    queries:add_primary_key("item", { columns = { "n", "id" } })
  end,
}
--- run
sql "CREATE TABLE plain (a int, b int, PRIMARY KEY (b, a))"
sql "CREATE TABLE item (id int AUTO_INCREMENT PRIMARY KEY, n int NOT NULL)"
sql "INSERT INTO item (n) VALUES (5), (6)"
sql "SHOW CREATE TABLE plain; SHOW CREATE TABLE item" >before
helium up --design shop >/dev/null
sql "SHOW CREATE TABLE plain; SHOW CREATE TABLE item" | grep -o "[A-Z]* KEY.*" | sed 's/\\n.*//'
helium down --design shop >/dev/null
sql "SHOW CREATE TABLE plain; SHOW CREATE TABLE item" | diff before -
--- out
PRIMARY KEY (`n`,`id`),
--- file shop/shop_1.lua
-- shop_1.lua
-- The key of a column that needs one
return { forward = function(queries) queries:drop_constraint("item", "PRIMARY") end }
--- run exit=65
helium up --design shop
--- out
shop/shop_1.lua:3: design: drop_constraint: id has AUTO_INCREMENT and would have no key
  ...
  hint: queries:add_index("item", { name = "item_id", columns = { "id" } }) before it
--- run
helium inspect --format json | sed '/primary_key/,/]/s/"id"/"id", "n"/' >wanted.json
helium diff --from "$DATABASE_URL" --to wanted.json --format sql
helium diff --from "$DATABASE_URL" --to wanted.json --format lua
helium init app >/dev/null
helium generate next --from "$DATABASE_URL" --to wanted.json --design migrations/app --scratch "$DATABASE_URL" >/dev/null 2>&1
grep -h KEY migrations/app/app_1001.lua
--- out
ALTER TABLE `item` DROP PRIMARY KEY, ADD PRIMARY KEY (`id`, `n`);
queries:sql("ALTER TABLE `item` DROP PRIMARY KEY, ADD PRIMARY KEY (`id`, `n`)")
      sql = [=[ ALTER TABLE ${SCHEMA}${TABLE} DROP PRIMARY KEY, ADD PRIMARY KEY (id, n) ]=],
      sql = [=[ ALTER TABLE ${SCHEMA}${TABLE} DROP PRIMARY KEY, ADD PRIMARY KEY (id) ]=],
