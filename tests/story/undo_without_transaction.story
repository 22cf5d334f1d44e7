A column is dropped statement by statement, and comes back, while others go on writing to it: nothing that they were told
is written is lost, and what stood on the column stands there again. A column that counts its rows is refused.
--- dialects sqlite postgresql mariadb mysql
--- file shop/shop_1.lua
-- shop_1.lua
-- A table to lose columns of
return {
  forward = function(queries)
    queries:create_table("item", {
      columns = {
        { name = "id", type = "integer", primary_key = true },
        { name = "hits", type = "integer", null = false, default = "0", comment = engine ~= "sqlite" and "how often" or nil },
        { name = "word", type = "varchar(40)", null = false },
      },
    })
    queries:add_index("item", { name = "item_hits", columns = { "hits" } })
    queries:add_index("item", { name = "item_word", columns = { "word" }, unique = true })
    queries:add_check("item", { name = "some_word", expression = "word <> ''" })
  end,
}
--- file shop/shop_2.lua
-- shop_2.lua
-- Two columns less
return {
  transaction = "each",
  forward = function(queries)
    queries:drop_column("item", "word")
    queries:drop_column("item", "hits")
  end,
}
--- run
helium up --design shop --to 1 >/dev/null
sql "INSERT INTO item (id, word) VALUES (1, 'one')"
sql "INSERT INTO item (id, word) VALUES (2, 'two')"
helium inspect --format json --schema "$HELIUM_SCHEMA" >before.json 2>/dev/null || helium inspect --format json >before.json
--- run @sqlite @postgresql
helium plan --design shop | sed -n '/RENAME COLUMN "hits"/,$p' | grep -c 'CREATE TABLE "helium_stash_shop_2_2"'
--- out @sqlite @postgresql
1
--- file write.sh
# Counts what the database took.
while test ! -e enough; do
  sql "UPDATE item SET hits = hits + 1 WHERE id = 1" >/dev/null 2>&1 && echo >>done
done
--- start writer
exec sh write.sh
--- until
test "$(wc -l <done)" -ge 3
--- run
helium up --design shop
helium down --design shop
--- out
up   shop 2 ...
...
down shop 2 ...
...
--- run
touch enough
--- wait writer
--- run
test "$(sql "SELECT hits FROM item WHERE id = 1")" -eq "$(wc -l <done)"
sql "SELECT word FROM item ORDER BY id"
--- out
one
two
--- run
helium inspect --format json --schema "$HELIUM_SCHEMA" >after.json 2>/dev/null || helium inspect --format json >after.json
helium diff --from before.json --to after.json --exit-code
--- file shop/shop_3.lua @postgresql
-- shop_3.lua
-- A column that counts
return {
  transaction = "each",
  forward = function(queries)
    queries:add_column("item", { name = "n", type = "integer", identity = true })
    queries:drop_column("item", "n")
  end,
}
--- run exit=65 @postgresql
helium up --design shop
--- out @postgresql
...n counts its rows, and what others write between its copy and its drop would be lost...
