What goes is what was kept, however often a condition would be asked; what comes back stands where it belongs: rows
and columns of the two halves of a table, what stands on a column, what a rename changes.
--- dialects postgresql mariadb mysql
--- file shop/shop_1.lua
-- shop_1.lua
-- Numbers
return {
  forward = function(queries)
    queries:create_table("item", {
      columns = { { name = "id", type = "integer", primary_key = true }, { name = "n", type = "integer" } },
    })
  end,
}
--- file shop/shop_2.lua
-- shop_2.lua
-- By chance
return {
  forward = function(queries)
    local chance = engine == "postgresql" and "random()" or "rand()"
    queries:update("item", { set = { n = "n + 1000" }, where = chance .. " < 0.5" })
    queries:delete("item", { where = chance .. " < 0.5" })
  end,
}
--- run
helium up --design shop --to 1 >/dev/null
sql "INSERT INTO item VALUES $(seq 1 200 | sed 's/.*/(&, &)/' | paste -sd,)"
helium up --design shop >/dev/null
helium down --design shop >/dev/null
sql "SELECT count(*), sum(n) FROM item"
--- out @postgresql
200|20100
--- out @mariadb @mysql
200	20100
--- file shop/shop_2.lua
-- shop_2.lua
-- All that there are
return { forward = function(queries) queries:delete("item") end }
--- run
helium plan --design shop | grep -c 'DELETE .*FROM .item. .*helium_stash_shop_2_1. s '
helium up --design shop >/dev/null
helium down --design shop >/dev/null
sql "SELECT count(*), sum(n) FROM item"
--- out @postgresql
1
200|20100
--- out @mariadb @mysql
1
200	20100
--- file shop/shop_2.lua
-- shop_2.lua
-- Two halves
return {
  forward = function(queries)
    queries:split_table("item", { into = "number", columns = { "n" } })
  end,
}
--- run
helium up --design shop >/dev/null
sql "INSERT INTO number VALUES (999, 999)"
--- run exit=4
helium down --design shop
--- out
...rows of number have none of item to go back to...
--- run
sql "SELECT n FROM number WHERE id = 999"
sql "DELETE FROM number WHERE id = 999; UPDATE number SET n = 0 WHERE id = 200"
helium down --design shop >/dev/null
sql "SELECT count(*), sum(n) FROM item"
--- out @postgresql
999
200|19900
--- out @mariadb @mysql
999
200	19900
--- file shop/shop_2.lua
-- shop_2.lua
-- Another half
return {
  forward = function(queries)
    queries:create_table("half", {
      columns = {
        { name = "id", type = "integer", primary_key = true },
        { name = "street", type = "varchar(40)" },
      },
    })
    queries:insert("half", { { id = 1, street = "old" }, { id = 2, street = "two" } })
  end,
}
--- file shop/shop_3.lua
-- shop_3.lua
-- One table again
return { forward = function(queries) queries:merge_table("half", { into = "item" }) end }
--- run
helium up --design shop >/dev/null
sql "UPDATE item SET street = 'new' WHERE id = 1"
helium down --design shop >/dev/null
sql "SELECT id, street FROM half ORDER BY id"
helium up --design shop >/dev/null
sql "SELECT id, street FROM item WHERE id < 3 ORDER BY id"
--- out @postgresql
1|new
2|two
1|new
2|two
--- out @mariadb @mysql
1	new
2	two
1	new
2	two
--- run
helium down --design shop >/dev/null
helium stash clear --yes >/dev/null
--- file shop/shop_3.lua
-- shop_3.lua
-- Another name, and a column less
return {
  forward = function(queries)
    queries:rename_table("half", "part")
    queries:drop_column("part", "street")
  end,
}
--- run @postgresql
sql "CREATE FUNCTION note() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN NEW.street := upper(NEW.street); RETURN NEW; END'"
sql "CREATE TRIGGER noted BEFORE UPDATE ON half FOR EACH ROW EXECUTE FUNCTION note(); GRANT SELECT (street) ON half TO pg_monitor"
--- run
helium up --design shop >/dev/null
helium down --design shop >/dev/null
sql "SELECT id, street FROM half ORDER BY id"
--- out @postgresql
1|new
2|two
--- out @mariadb @mysql
1	new
2	two
--- run @postgresql
sql "SELECT tgname FROM pg_trigger WHERE tgrelid = 'half'::regclass"
sql "SELECT has_column_privilege('pg_monitor', 'half', 'street', 'SELECT')"
sql "ALTER TABLE half ADD CONSTRAINT apart EXCLUDE USING btree (street WITH =)"
--- out @postgresql
noted
t
--- run exit=65 @postgresql
helium up --design shop
--- out @postgresql
...the exclusion apart of part stands on street...
--- run @mariadb @mysql
sql "ALTER TABLE half ADD UNIQUE KEY begins (street(3))"
helium up --design shop >/dev/null
helium down --design shop >/dev/null
sql "SELECT sub_part FROM information_schema.statistics WHERE table_schema = database() AND index_name = 'begins'"
--- out @mariadb @mysql
3
--- file shop/shop_3.lua
-- shop_3.lua
-- A table less
return { forward = function(queries) queries:drop_table("half") end }
--- run @mysql
sql "ALTER TABLE half ADD CONSTRAINT loose CHECK (id > 100) NOT ENFORCED"
helium up --design shop >/dev/null
helium down --design shop >/dev/null
sql "SELECT enforced FROM information_schema.table_constraints WHERE constraint_name = 'loose' AND constraint_schema = database()"
--- out @mysql
NO
