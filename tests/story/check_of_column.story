MariaDB keeps a check that was written beside a column with the column: changing the column must not take it away, and
undoing that neither.
--- dialects mariadb
--- file shop/shop_1.lua
-- shop_1.lua
-- A wider column
return {
  forward = function(queries)
    queries:alter_column("item", "amount", { type = "bigint" })
    queries:set_comment("item", { column = "amount", comment = "how many" })
  end,
}
--- file shop/shop_2.lua
-- shop_2.lua
-- No amount
return { forward = function(queries) queries:drop_column("item", "amount") end }
--- run
sql "CREATE TABLE item (id int PRIMARY KEY, amount int CHECK (amount > 0), size int CHECK (size > 0))"
sql "INSERT INTO item VALUES (1, 5, 5)"
helium up --design shop --to 1 2>&1 | grep Note
sql "INSERT INTO item VALUES (2, 0, 1)" 2>&1 | grep -c CONSTRAINT
helium up --design shop >/dev/null 2>&1
helium down --design shop --to 1 >/dev/null 2>&1
sql "INSERT INTO item VALUES (2, 0, 1)" 2>&1 | grep -c CONSTRAINT
helium down --design shop --all >/dev/null 2>&1
sql "INSERT INTO item VALUES (2, 0, 1)" 2>&1 | grep -c CONSTRAINT
sql "SELECT * FROM item"
--- out
1
1
1
1	5	5
--- file wanted.lua
return { tables = { { name = "item", columns = {
  { name = "id", type = "int(11)", primary_key = true, null = false },
  { name = "amount", type = "bigint(20)" }, { name = "size", type = "bigint(20)" } },
  checks = { { name = "size", expression = "`size` > 1" } } } } }
--- run
helium diff --from "$DATABASE_URL" --to wanted.lua --format sql >change.sql
sql "$(cat change.sql)"
helium diff --from "$DATABASE_URL" --to wanted.lua --exit-code
sql "INSERT INTO item VALUES (2, 0, 1)" 2>&1 | grep -c CONSTRAINT
sql "INSERT INTO item VALUES (2, 0, 2)"
sql "SELECT * FROM item"
--- out
...
1
1	5	5
2	0	2
