SQLite makes a table anew only as long as it is the one that was planned: what others made of it since stays, and the
way back is refused. Rows that would be left pointing to nothing while foreign keys are off for it stop the migration.
--- dialects sqlite
--- file alpha/alpha_1.lua
return {
  forward = function(queries)
    queries:create_table("Person", {
      columns = { { name = "id", type = "integer", primary_key = true }, { name = "age", type = "integer" },
        { name = "Twice as old", type = "integer", generated = "age * 2", stored = true } },
    })
  end,
}
--- file alpha/alpha_2.lua
return {
  forward = function(queries)
    queries:add_index("Person", { name = "person_age", columns = { "age" } })
    queries:sql("CREATE TRIGGER young AFTER INSERT ON PERSON WHEN NEW.age < 3 BEGIN SELECT 1; END", { reverse = "DROP TRIGGER young" })
  end,
}
--- file alpha/alpha_3.lua
return {
  forward = function(queries)
    queries:add_check("Person", { name = "positive", expression = "id > 0" })
  end,
}
--- file beta/beta_1.lua
return {
  forward = function(queries)
    queries:add_column("Person", { name = "nick", type = "text" })
  end,
}
--- run
helium up --design alpha >/dev/null
helium up --design beta >/dev/null
sql "INSERT INTO person VALUES (1, 3, 'Zoe')"
sql "SELECT name FROM sqlite_master WHERE sql LIKE 'CREATE TRIGGER%' OR sql LIKE 'CREATE INDEX%' ORDER BY 1"
--- out
person_age
young
--- run exit=4
helium down --design alpha
--- out
...Person is not what it was when this was planned...
--- run
sql "SELECT * FROM person"
helium down --design beta >/dev/null
sql "ALTER TABLE person RENAME COLUMN age TO years"
--- out
1|3|6|Zoe
--- run exit=4
helium down --design alpha
--- run
sql "ALTER TABLE person RENAME COLUMN years TO age; CREATE INDEX by_hand ON person (age DESC)"
--- run exit=4
helium down --design alpha
--- run
sql "DROP INDEX by_hand; CREATE TRIGGER by_hand AFTER DELETE ON person BEGIN SELECT 1; END"
--- run exit=4
helium down --design alpha
--- run
sql "DROP TRIGGER by_hand; DROP TRIGGER young; CREATE TRIGGER young AFTER INSERT ON person BEGIN SELECT 'another'; END"
--- run exit=4
helium down --design alpha
--- run
sql "DROP TRIGGER young; CREATE TRIGGER young AFTER INSERT ON PERSON WHEN NEW.age < 3 BEGIN SELECT 1; END"
--- file gamma/gamma_1.lua
return {
  forward = function(queries)
    queries:add_check("Person", { name = "mortal", expression = "age < 200" })
  end,
}
--- run
helium up --design gamma >/dev/null
--- run exit=4
helium down --design alpha
--- run
helium down --design gamma >/dev/null
helium down --design alpha
sql "SELECT * FROM person"
sql "SELECT name FROM sqlite_master WHERE sql LIKE 'CREATE TRIGGER%' OR sql LIKE 'CREATE INDEX%' ORDER BY 1"
--- out
down alpha 3 ...
1 migration in ...
1|3|6
person_age
young
--- file shop/shop_1.lua
return {
  forward = function(queries)
    queries:create_table("role", { columns = { { name = "id", type = "integer", primary_key = true } } })
    queries:create_table("worker", {
      columns = {
        { name = "id", type = "integer", primary_key = true },
        { name = "role_id", type = "integer", references = "role(id)", on_delete = "cascade" },
      },
    })
  end,
}
--- file shop/shop_2.lua
return {
  forward = function(queries)
    queries:sql("DELETE FROM role WHERE id = 1", { reverse = "" })
    queries:add_check("worker", { name = "worker_id", expression = "id > 0" })
  end,
}
--- run
helium up --design shop --to 1 >/dev/null
sql "INSERT INTO role VALUES (1), (2); INSERT INTO worker VALUES (1, 1), (2, 2), (3, 99)"
--- run exit=4
helium up --design shop
--- out
...rows would refer to rows that are not there...
--- run
sql "SELECT * FROM role; SELECT * FROM worker"
sed -i 's/DELETE FROM role WHERE id = 1/INSERT INTO role VALUES (3)/' shop/shop_2.lua
helium up --design shop
--- out
1
2
1|1
2|2
3|99
up   shop 2 ...
1 migration in ...
