What comes back by an undo is no change: no trigger takes it for one. One that was disabled stays so, one that always
fires goes on doing so, and where a trigger would have to be made again and be another one then, that is refused.
--- dialects postgresql mariadb mysql
--- file shop/shop_1.lua
-- shop_1.lua
-- A table that is watched
return {
  forward = function(queries)
    queries:create_table("item", {
      columns = {
        { name = "id", type = "integer", primary_key = true },
        { name = "mail", type = "varchar(40)" },
        { name = "made", type = "varchar(40)" },
      },
    })
    if engine == "postgresql" then
      queries:sql("CREATE FUNCTION watch() RETURNS trigger LANGUAGE plpgsql AS $$BEGIN NEW.made := NEW.made || '+'; RETURN NEW; END$$",
        { reverse = "DROP FUNCTION watch" })
      for _, name in ipairs({ "usual", "asleep", "awake" }) do
        queries:create_trigger("item", name, { definition =
          "CREATE TRIGGER " .. name .. " BEFORE INSERT OR UPDATE ON item FOR EACH ROW EXECUTE FUNCTION watch()" })
      end
    else
      queries:create_trigger("item", "on_insert", { definition =
        "CREATE TRIGGER on_insert BEFORE INSERT ON item FOR EACH ROW SET NEW.made = concat(NEW.made, '+')" })
      queries:create_trigger("item", "on_update", { definition =
        "CREATE TRIGGER on_update BEFORE UPDATE ON item FOR EACH ROW SET NEW.made = concat(NEW.made, '+')" })
    end
  end,
}
--- file shop/shop_2.lua
-- shop_2.lua
-- A row changes and one goes
return {
  forward = function(queries)
    queries:update("item", { set = { mail = "'other'" }, where = "id = 1" })
    queries:delete("item", { where = "id = 2" })
  end,
}
--- run
helium up --design shop --to 1 >/dev/null
--- run @postgresql
sql "ALTER TABLE item DISABLE TRIGGER asleep; ALTER TABLE item ENABLE ALWAYS TRIGGER awake"
--- run
sql "INSERT INTO item VALUES (1, 'Bob', 'x'), (2, 'Zoe', 'x'), (3, 'Ann', 'x')"
helium up --design shop >/dev/null
sql "SELECT id, mail, made FROM item ORDER BY id"
helium down --design shop >/dev/null
sql "SELECT id, mail, made FROM item ORDER BY id"
--- out @postgresql
1|other|x++++
3|Ann|x++
1|Bob|x++++
2|Zoe|x++
3|Ann|x++
--- out @mariadb @mysql
1	other	x++
3	Ann	x+
1	Bob	x++
2	Zoe	x+
3	Ann	x+
--- file shop/shop_2.lua
-- shop_2.lua
-- One column less
return { forward = function(queries) queries:drop_column("item", "mail") end }
--- run
helium up --design shop >/dev/null
helium down --design shop >/dev/null
sql "SELECT id, mail, made FROM item ORDER BY id"
--- out @postgresql
1|Bob|x++++
2|Zoe|x++
3|Ann|x++
--- out @mariadb @mysql
1	Bob	x++
2	Zoe	x+
3	Ann	x+
--- run @postgresql
sql "SELECT tgname, tgenabled FROM pg_trigger WHERE tgrelid = 'item'::regclass AND NOT tgisinternal ORDER BY 1"
--- out @postgresql
asleep|D
awake|A
usual|O
--- run @mariadb @mysql
sql "DROP TRIGGER on_update"
sql "SET sql_mode = ''; CREATE TRIGGER on_update BEFORE UPDATE ON item FOR EACH ROW SET NEW.made = concat(NEW.made, '+')"
--- run exit=65 @mariadb @mysql
helium up --design shop
--- out @mariadb @mysql
...would make the trigger on_update of item again...
--- file shop/shop_2.lua
-- shop_2.lua
-- It does not fire when a row comes back
return { forward = function(queries) queries:delete("item", { where = "id = 2" }) end }
--- run @mariadb @mysql
helium up --design shop >/dev/null
helium down --design shop >/dev/null
sql "SELECT id, mail, made FROM item ORDER BY id"
sql "SELECT count(*) FROM information_schema.triggers WHERE trigger_schema = database() AND trigger_name = 'on_update' AND sql_mode = ''"
--- out @mariadb @mysql
1	Bob	x++
2	Zoe	x+
3	Ann	x+
1
