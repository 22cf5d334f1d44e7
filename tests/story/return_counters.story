No number is given twice: a counter goes on where it was when its table or column comes back, and behind the values that
moved to another table with it.
--- dialects sqlite postgresql
--- file shop/shop_1.lua
-- shop_1.lua
-- Tables that columns come to and go from
return {
  forward = function(queries)
    for _, name in ipairs({ "item", "whole", "part", "split" }) do
      queries:create_table(name, { columns = { { name = "id", type = "integer", primary_key = true } } })
    end
    if engine == "postgresql" then
      queries:add_column("part", { name = "n", type = "integer", identity = true })
      queries:sql("ALTER TABLE split ADD COLUMN n serial", { reverse = "ALTER TABLE split DROP COLUMN n" })
    end
  end,
}
--- file shop/shop_2.lua
-- shop_2.lua
-- A table that counts
return {
  forward = function(queries)
    queries:create_table("ticket", {
      columns = {
        { name = "id", type = "integer", primary_key = true, identity = true },
        { name = "word", type = "varchar(40)" },
      },
    })
    queries:create_table("untouched", { columns = { { name = "id", type = "integer", primary_key = true, identity = true } } })
  end,
}
--- file shop/shop_3.lua
-- shop_3.lua
-- A column that counts, and two that move
return {
  forward = function(queries)
    if engine == "postgresql" then
      queries:add_column("item", { name = "n", type = "integer", identity = true })
      queries:split_table("split", { into = "half", columns = { "n" } })
      queries:merge_table("part", { into = "whole" })
    end
  end,
}
--- run
helium up --design shop --to 2 >/dev/null
sql "INSERT INTO ticket (word) VALUES ('a'), ('b'), ('c'), ('d')"
sql "DELETE FROM ticket WHERE id > 2"
helium down --design shop >/dev/null
helium up --design shop --to 2 >/dev/null
sql "INSERT INTO ticket (word) VALUES ('e')"
sql "SELECT id, word FROM ticket ORDER BY id"
sql "DELETE FROM ticket"
helium down --design shop >/dev/null
helium up --design shop --to 2 >/dev/null
sql "INSERT INTO ticket (word) VALUES ('f')"
sql "SELECT id, word FROM ticket ORDER BY id"
--- out
1|a
2|b
5|e
6|f
--- run @sqlite
sql "INSERT INTO untouched DEFAULT VALUES; SELECT id FROM untouched"
--- run @postgresql
sql "INSERT INTO untouched DEFAULT VALUES RETURNING id"
--- out
1
--- run @postgresql
sql "INSERT INTO item VALUES (1), (2), (3)"
sql "INSERT INTO whole VALUES (1), (2)"
sql "INSERT INTO part VALUES (1, 50), (2, 51)"
sql "INSERT INTO split (id) VALUES (1), (2)"
helium up --design shop >/dev/null
sql "UPDATE item SET n = n + 2"
helium down --design shop >/dev/null
helium up --design shop >/dev/null
sql "INSERT INTO item (id) VALUES (4); INSERT INTO half (id) VALUES (3); INSERT INTO whole (id) VALUES (3)"
sql "SELECT id, n FROM item ORDER BY id"
sql "SELECT id, n FROM half ORDER BY id"
sql "SELECT id, n FROM whole ORDER BY id"
--- out @postgresql
1|3
2|4
3|5
4|6
1|1
2|2
3|3
1|50
2|51
3|52
