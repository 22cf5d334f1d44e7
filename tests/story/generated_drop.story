A column that must have a value is dropped by a generated migration: SQL text brings it back on tables that hold rows with
the plain zero value, and says so; typed operations bring its values back.
--- dialects sqlite postgresql
--- file before.sql
CREATE TABLE users (id integer PRIMARY KEY, name varchar(40) NOT NULL, word text);
--- file after.sql
CREATE TABLE users (id integer PRIMARY KEY, word text);
--- file texts/0001_users.sql
-- UP
CREATE TABLE users (id integer PRIMARY KEY, name varchar(40) NOT NULL, word text);
-- DOWN
DROP TABLE users;
--- file texts/0002_other.sql
-- UP
CREATE TABLE other (id integer);
-- DOWN
DROP TABLE other;
--- file typed/typed_1.lua
-- typed_1.lua
-- The users
return {
  forward = function(queries)
    queries:create_table("users", {
      columns = {
        { name = "id", type = "integer", primary_key = true },
        { name = "name", type = "varchar(40)", null = false },
        { name = "word", type = "text" },
      },
    })
  end,
}
--- run
helium generate drop_name --from before.sql --to after.sql --dialect $DIALECT --design texts
helium up --design texts --to 2 >/dev/null
sql "INSERT INTO users VALUES (1, 'one', 'a')"
helium up --design texts >/dev/null
sql "INSERT INTO users VALUES (2, 'b')"
helium down --design texts >/dev/null
sql "SELECT id, name FROM users ORDER BY id"
grep -c "REVIEW: rows that are there get '' in users.name" texts/0003_drop_name.sql
--- out
...
1|
2|
1
--- run exit=4
sql "INSERT INTO users (id) VALUES (3)" || exit 4
--- run
helium down --all --design texts >/dev/null
--- run
helium generate drop_name --from before.sql --to after.sql --dialect $DIALECT --design typed
helium up --design typed --to 1 >/dev/null
sql "INSERT INTO users VALUES (1, 'one', 'a')"
helium up --design typed >/dev/null
sql "INSERT INTO users (id, word) VALUES (2, 'b')"
helium down --design typed >/dev/null
sql "SELECT id, name FROM users ORDER BY id"
--- out
...
1|one
2|
