A new table goes away again only when nobody made anything that refers to it: what refers to a table goes along with
its new name, and would be left with the stash, or lose its rows with it.
--- dialects sqlite postgresql mariadb mysql
--- file shop/shop_1.lua
-- shop_1.lua
-- People
return {
  forward = function(queries)
    queries:create_table("person", {
      columns = { { name = "id", type = "integer", primary_key = true }, { name = "name", type = "varchar(20)" } },
    })
  end,
}
--- run
helium up --design shop >/dev/null
sql "INSERT INTO person VALUES (1, 'a')"
sql "CREATE TABLE note (id INTEGER, person_id INTEGER, FOREIGN KEY (person_id) REFERENCES person (id) ON DELETE CASCADE)"
sql "INSERT INTO note VALUES (7, 1)"
--- run exit=4
helium down --design shop
--- out
...something refers to person that nobody here knew of...
--- run
sql "SELECT id FROM note"
sql "SELECT id FROM person"
helium status --design shop --format json
--- out
7
1
..."applied":[1]...
--- run exit=4
helium redo --design shop
--- run
sql "SELECT id FROM note"
sql "DROP TABLE note"
--- run @sqlite @postgresql
sql "CREATE VIEW names AS SELECT name FROM person"
--- run exit=4 @sqlite @postgresql
helium down --design shop
--- run @sqlite @postgresql
sql "SELECT name FROM names"
sql "DROP VIEW names"
--- out @sqlite @postgresql
a
--- run
helium redo --design shop >/dev/null
sql "SELECT name FROM person"
--- out
a
