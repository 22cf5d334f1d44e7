Values that come back when a migration is applied again are no change either, and columns that move to another table are
none of its rows: no trigger takes them for one, and each is there afterwards.
--- dialects sqlite postgresql
--- file shop/shop_1.lua
-- shop_1.lua
-- Tables that are watched
return {
  forward = function(queries)
    for _, name in ipairs({ "item", "whole" }) do
      queries:create_table(name, { columns = {
        { name = "id", type = "integer", primary_key = true },
        { name = "made", type = "varchar(40)" },
      } })
    end
    queries:create_table("part", { columns = {
      { name = "id", type = "integer", primary_key = true },
      { name = "word", type = "varchar(40)" },
    } })
  end,
}
--- file shop/shop_2.lua
-- shop_2.lua
-- One column more
return { forward = function(queries) queries:add_column("item", { name = "k", type = "varchar(40)" }) end }
--- file shop/shop_3.lua
-- shop_3.lua
-- Two tables become one
return { forward = function(queries) queries:merge_table("part", { into = "whole" }) end }
--- run
helium up --design shop --to 2 >/dev/null
sql "INSERT INTO item VALUES (1, 'x', 'one'), (2, 'x', 'two')"
sql "INSERT INTO whole VALUES (1, 'x')"
sql "INSERT INTO part VALUES (1, 'one')"
--- run @postgresql
sql "CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN NEW.made := NEW.made || ''+''; RETURN NEW; END'"
for table in item whole; do
  sql "CREATE TRIGGER on_update BEFORE UPDATE ON $table FOR EACH ROW EXECUTE FUNCTION touch()"
done
--- run @sqlite
for table in item whole; do
  sql "CREATE TRIGGER ${table}_update AFTER UPDATE ON $table FOR EACH ROW BEGIN UPDATE $table SET made = made || '+' WHERE id = NEW.id; END"
done
--- run
helium down --design shop >/dev/null
helium up --design shop >/dev/null
sql "SELECT id, made, k FROM item ORDER BY id"
sql "SELECT id, made, word FROM whole"
--- out
1|x|one
2|x|two
1|x|one
--- run
sql "UPDATE item SET k = 'other' WHERE id = 2"
sql "UPDATE whole SET word = 'other'"
sql "SELECT made FROM item WHERE id = 2"
sql "SELECT made FROM whole"
--- out
x+
x+
