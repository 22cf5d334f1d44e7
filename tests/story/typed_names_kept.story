A rename changes the texts that SQLite keeps of triggers, views and checks, as nobody else can: what would make one of them
again from the text before, in the same migration, is refused when it is planned. A table or column that the trigger of
another table or a view names does not go before those.
--- dialects sqlite
--- file shop/shop_1.lua
return {
  forward = function(queries)
    queries:create_table("log", { columns = { { name = "id", type = "integer" } } })
    queries:create_table("person", {
      columns = { { name = "id", type = "integer", primary_key = true }, { name = "age", type = "integer" } },
      checks = { { name = "grown", expression = '"age" >= 0' } },
    })
    queries:create_table("page", { columns = { { name = "id", type = "integer", primary_key = true } } })
    queries:create_trigger("person", "person_log", {
      definition = "CREATE TRIGGER person_log AFTER INSERT ON person BEGIN INSERT INTO log VALUES (NEW.id); END",
    })
  end,
}
--- file shop/shop_2.lua
return {
  forward = function(queries)
    queries:rename_table("person", "people")
    queries:add_check("people", { name = "positive", expression = "id >= 0" })
  end,
}
--- run
helium up --design shop --to 1 >/dev/null
--- run exit=65
helium up --design shop
--- out
shop/shop_2.lua:4: design: add_check makes a trigger, a view, a check or an index again that says a name which this migration changes, and only the server knows how it says it now
...
  hint: give the rename a migration of its own
--- file shop/shop_2.lua
return {
  forward = function(queries)
    queries:rename_column("person", "age", "years")
    queries:add_check("person", { name = "positive", expression = "id >= 0" })
  end,
}
--- run exit=65
helium up --design shop
--- file shop/shop_2.lua
return {
  forward = function(queries)
    queries:rename_table("person", "people")
    queries:rename_column("people", "age", "years")
    queries:add_column("page", { name = "age", type = "integer" })
    queries:add_check("page", { name = "positive", expression = "id >= 0" })
  end,
}
--- file shop/shop_3.lua
return { forward = function(queries) queries:add_check("people", { name = "positive", expression = "id >= 0" }) end }
--- run
helium up --design shop
sql "INSERT INTO people VALUES (1, 2)"
sql "INSERT INTO people VALUES (2, -2)" 2>&1 | grep -o 'CHECK constraint failed: grown'
sql "SELECT * FROM log"
helium down --to 1 --design shop >/dev/null
sql "INSERT INTO person VALUES (3, 4)"
sql "SELECT * FROM log"
sql "SELECT sql FROM sqlite_master WHERE type = 'trigger'"
--- out
up   shop 2 ...
up   shop 3 ...
2 migrations in ...
CHECK constraint failed: grown
1
1
3
CREATE TRIGGER person_log AFTER INSERT ON "person" BEGIN INSERT INTO log VALUES (NEW.id); END
--- file shop/shop_2.lua
return { forward = function(queries) queries:drop_table("log") end }
--- run
rm shop/shop_3.lua
--- run exit=65
helium up --design shop
--- out
shop/shop_2.lua:1: design: drop_table: the trigger person_log of person says log
...
  hint: queries:drop_trigger("person", "person_log") before it
--- file shop/shop_2.lua
return {
  forward = function(queries)
    queries:drop_trigger("person", "person_log")
    queries:drop_table("log")
  end,
}
--- run
helium up --design shop >/dev/null
helium down --design shop >/dev/null
sql "INSERT INTO person VALUES (4, 5)"
sql "SELECT count(*) FROM log"
--- out
3
--- file shop/shop_2.lua
return { forward = function(queries) queries:drop_column("person", "age") end }
--- run
sql "CREATE VIEW grown AS SELECT id FROM person WHERE age > 17"
--- run exit=65
helium up --design shop
--- out
shop/shop_2.lua:1: design: drop_column: the view grown shows age
...
  hint: queries:drop_view("grown") before it
--- run
sql "DROP VIEW grown; CREATE TRIGGER aged AFTER UPDATE OF age ON person BEGIN INSERT INTO log VALUES (0); END"
--- run exit=65
helium up --design shop
--- out
shop/shop_2.lua:1: design: drop_column: the trigger aged of person says age
...
  hint: queries:drop_trigger("person", "aged") before it
--- run
sql "DROP TRIGGER aged"
helium up --design shop >/dev/null
helium down --design shop >/dev/null
sql "SELECT * FROM person"
--- out
1|2
3|4
4|5
