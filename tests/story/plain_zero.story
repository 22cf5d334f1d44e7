Rows that came since a column was dropped get the plain value of its type where it must have one, or what the type
gives them by itself. Of a type that has none, the way back is refused before anything is done.
--- dialects postgresql mariadb mysql
--- file plain/plain_1.lua @mariadb @mysql
local columns = { { name = "id", type = "integer", primary_key = true } }
for i, type in ipairs({ "int unsigned", "timestamp(3)", "enum('it''s', 'b')", "set('a','b')", "year", "time", "binary(2)", "double unsigned" }) do
  columns[i + 1] = { name = "c" .. i, type = type, null = false }
end
return { forward = function(queries) queries:create_table("item", { columns = columns }) end }
--- file plain/plain_1.lua @postgresql
local columns = { { name = "id", type = "integer", primary_key = true } }
for i, type in ipairs({ "uuid", "timestamptz", "mood", "jsonb", "bytea", "time", "interval", "double precision" }) do
  columns[i + 1] = { name = "c" .. i, type = type, null = false }
end
return { forward = function(queries)
  queries:create_enum("mood", { values = { "it's", "b" } })
  queries:create_table("item", { columns = columns })
end }
--- file plain/plain_2.lua
return { forward = function(queries)
  for i = 1, 8 do queries:drop_column("item", "c" .. i) end
end }
--- file none/none_1.lua @mariadb @mysql
return { forward = function(queries) queries:create_table("place", { columns = {
  { name = "id", type = "integer", primary_key = true }, { name = "at", type = "point", null = false } } }) end }
--- file none/none_1.lua @postgresql
return {
  forward = { { sql = [[
CREATE DOMAIN seven AS integer DEFAULT 7;
CREATE TABLE place (id integer PRIMARY KEY, at inet NOT NULL);
CREATE TABLE own (id integer PRIMARY KEY, n serial, d seven NOT NULL)]] } },
  reverse = { { sql = "DROP TABLE own; DROP TABLE place; DROP DOMAIN seven" } },
}
--- file own/none_2.lua @postgresql
return { forward = function(queries)
  queries:drop_column("own", "n")
  queries:drop_column("own", "d")
end }
--- file none/none_2.lua
return { forward = function(queries) queries:drop_column("place", "at") end }
--- run
helium up --design plain >/dev/null 2>&1
sql "INSERT INTO item (id) VALUES (1)"
helium down --design plain >/dev/null 2>&1
--- run @mariadb @mysql
sql "SELECT c1, c2, c3, c4, c5, c6, hex(c7), c8 FROM item"
--- out @mariadb @mysql
0	1970-01-01 00:00:01.000	it's		1970	00:00:00	0000	0
--- run @postgresql
sql "SET timezone = 'UTC'; SELECT id, c1, c2, c3, c4, c5, c6, c7, c8 FROM item"
--- out @postgresql
1|00000000-0000-0000-0000-000000000000|1970-01-01 00:00:01+00|it's|{}|\x|00:00:00|00:00:00|0
--- run @postgresql
cp none/none_2.lua later.lua
cp own/none_2.lua none/
helium up --design none >/dev/null
sql "INSERT INTO own (id) VALUES (1)"
helium down --design none >/dev/null
sql "SELECT id, n, d FROM own"
cp later.lua none/none_2.lua
--- out @postgresql
1|1|7
--- run exit=4
helium up --design none >/dev/null
sql "INSERT INTO place (id) VALUES (1)"
helium down --design none
--- out @mariadb @mysql
none/none_2.lua:1: database: rows of place came since at was dropped: it must have a value, and point has no plain one
...
state: none_2 stands as before...
--- out @postgresql
none/none_2.lua:1: database: column "at" of relation "place" contains null values
...
state: none_2 stands as before...
--- run
sql "DELETE FROM place"
helium down --design none
--- out
down none 2...
