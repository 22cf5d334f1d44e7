The way back of what changes rows takes back exactly those that went there: a condition is asked once, rows that others
let follow stay, and neither a trigger nor an ON CONFLICT of the table changes what comes back.
--- dialects sqlite postgresql mariadb
--- file shop/shop_1.lua
return {
  forward = function(queries)
    queries:create_table("role", { columns = { { name = "id", type = "integer", primary_key = true } } })
    queries:create_table("person", {
      columns = {
        { name = "id", type = "integer", primary_key = true },
        { name = "role_id", type = "integer" },
        { name = "chief", type = "integer" },
      },
      foreign_keys = {
        { name = "person_role", columns = { "role_id" }, references = "role", referenced_columns = { "id" }, on_delete = "cascade" },
        { name = "person_chief", columns = { "chief" }, references = "person", referenced_columns = { "id" }, on_delete = "cascade" },
      },
    })
    queries:create_table("many", {
      columns = { { name = "id", type = "integer", primary_key = true }, { name = "age", type = "integer" }, { name = "note", type = "varchar(20)" } },
    })
  end,
}
--- file shop/shop_2.lua
return {
  forward = function(queries)
    queries:insert("role", { { id = 1 }, { id = 2 } })
    queries:insert("person", { { id = 1, chief = 1 }, { id = 2, chief = 1 } })
    queries:copy("person", { columns = { "id", "chief" }, select = "SELECT id + 10, CASE id WHEN 2 THEN 11 END FROM person" })
  end,
}
--- run
helium up --design shop >/dev/null
helium redo --design shop >/dev/null
sql "INSERT INTO person VALUES (7, 1, NULL)"
--- run exit=4 @sqlite @postgresql
helium down --design shop
--- out @sqlite @postgresql
...rows of person point to rows of role that this takes back, and would go or change with them...
--- run @sqlite @postgresql
sql "UPDATE person SET role_id = NULL, chief = 11 WHERE id = 7"
--- run exit=4 @sqlite @postgresql
helium down --design shop
--- out @sqlite @postgresql
...rows of person point to rows of person that this takes back, and would go or change with them...
--- run @sqlite @postgresql
sql "UPDATE person SET chief = NULL WHERE id = 7"
helium down --design shop >/dev/null
--- run exit=5 @mariadb
helium down --design shop
--- out @mariadb
...rows of person point to rows of role that this takes back, and would go or change with them...
--- run @mariadb
sql "UPDATE person SET role_id = NULL WHERE id = 7"
helium resume --design shop >/dev/null
--- run
sql "SELECT id FROM person"
sql "SELECT id FROM role"
--- out
7
--- file shop/shop_2.lua @sqlite
return { forward = function(queries) queries:delete("many", { where = "abs(random()) % 2 = 0" }) end }
--- file shop/shop_2.lua @postgresql
return { forward = function(queries) queries:delete("many", { where = "random() < 0.5" }) end }
--- file shop/shop_2.lua @mariadb
return { forward = function(queries) queries:delete("many", { where = "rand() < 0.5" }) end }
--- file shop/shop_3.lua @sqlite
return { forward = function(queries) queries:update("many", { set = { age = "-1" }, where = "abs(random()) % 2 = 0" }) end }
--- file shop/shop_3.lua @postgresql
return { forward = function(queries) queries:update("many", { set = { age = "-1" }, where = "random() < 0.5" }) end }
--- file shop/shop_3.lua @mariadb
return { forward = function(queries) queries:update("many", { set = { age = "-1" }, where = "rand() < 0.5" }) end }
--- run
sql "INSERT INTO many WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 200) SELECT i, i, 'Bob' FROM n"
helium up --design shop >/dev/null
helium down --to 1 --design shop >/dev/null
sql "SELECT count(*) FROM many WHERE age = id AND note = 'Bob'"
--- out
200
--- file shop/shop_2.lua
return {
  forward = function(queries)
    queries:update("many", { set = { age = "-1" }, where = "id < 50" })
    queries:delete("many", { where = "id > 150" })
    queries:update("many", { set = { age = "age + 1000" } })
  end,
}
--- file shop/shop_3.lua
return { forward = function(queries) queries:delete("many", {}) end }
--- run @sqlite
sql "CREATE TRIGGER shouts AFTER UPDATE ON many BEGIN UPDATE many SET note = upper(NEW.note) WHERE id = NEW.id; END"
sql "CREATE TRIGGER shouts_first AFTER INSERT ON many BEGIN UPDATE many SET note = upper(NEW.note) WHERE id = NEW.id; END"
--- run @postgresql
sql "CREATE FUNCTION shout() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN NEW.note := upper(NEW.note); RETURN NEW; END'"
sql "CREATE TRIGGER shouts BEFORE INSERT OR UPDATE ON many FOR EACH ROW EXECUTE FUNCTION shout()"
--- run @mariadb
sql "CREATE TRIGGER shouts BEFORE UPDATE ON many FOR EACH ROW SET NEW.note = upper(NEW.note)"
sql "CREATE TRIGGER shouts_first BEFORE INSERT ON many FOR EACH ROW SET NEW.note = upper(NEW.note)"
--- run
helium up --design shop >/dev/null
sql "SELECT count(*) FROM many"
helium down --to 1 --design shop >/dev/null
sql "SELECT count(*) FROM many WHERE age = id"
sql "SELECT count(*) FROM many WHERE id > 150 AND note <> upper(note)"
sql "INSERT INTO many VALUES (900, 900, 'loud')"
sql "SELECT note FROM many WHERE id = 900"
--- out @sqlite @postgresql
0
200
50
LOUD
--- file shop/shop_2.lua @sqlite
return {
  forward = function(queries)
    queries:delete("replaces", { where = "id = 1" })
    queries:delete("ignores", { where = "id = 1" })
    queries:update("ignores", { set = { mail = "'c'" }, where = "id = 3" })
  end,
}
--- run @sqlite
rm shop/shop_3.lua
sql "CREATE TABLE replaces (id integer PRIMARY KEY, mail text UNIQUE ON CONFLICT REPLACE); INSERT INTO replaces VALUES (1, 'a')"
sql "CREATE TABLE ignores (id integer PRIMARY KEY, mail text UNIQUE ON CONFLICT IGNORE); INSERT INTO ignores VALUES (1, 'a'), (3, 'b')"
helium up --design shop >/dev/null
sql "INSERT INTO replaces VALUES (2, 'a')"
--- run exit=4 @sqlite
helium down --design shop
--- out @sqlite
...UNIQUE constraint failed: replaces.mail...
--- run @sqlite
sql "DELETE FROM replaces; INSERT INTO ignores VALUES (4, 'b')"
--- run exit=4 @sqlite
helium down --design shop
--- out @sqlite
...UNIQUE constraint failed: ignores.mail...
--- run @sqlite
sql "DELETE FROM ignores WHERE id = 4; INSERT INTO ignores VALUES (2, 'a')"
--- run exit=4 @sqlite
helium down --design shop
--- run @sqlite
sql "DELETE FROM ignores WHERE id = 2"
helium down --design shop >/dev/null
sql "SELECT * FROM replaces; SELECT * FROM ignores"
helium stash
--- out @sqlite
1|a
1|a
3|b
no stash
