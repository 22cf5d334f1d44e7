redo brings up again exactly what it took down, whatever else came since, and in the settings of a fresh session.
--- dialects sqlite postgresql

--- file shop/shop_1.lua
return { forward = { { sql = "CREATE TABLE a (id INTEGER)" } }, reverse = { { sql = "DROP TABLE a" } } }
--- file shop/shop_5.lua
return {
  forward = function(queries)
    queries:create_table("b", { columns = { { name = "id", type = "integer", null = false } }, primary_key = { "id" } })
  end,
}
--- file shop/shop_6.lua
return { forward = { { sql = "CREATE TABLE c (id INTEGER)" } }, reverse = { { sql = "DROP TABLE c" } } }
--- file late/shop_3.lua
return { forward = { { sql = "CREATE TABLE d (id INTEGER)" } }, reverse = { { sql = "DROP TABLE d" } } }
--- run
helium up --design shop
cp late/shop_3.lua shop/
helium redo --steps 2 --design shop
helium status --design shop --format json
--- out
up   shop 1 ...
up   shop 5 ...
up   shop 6 ...
3 migrations in ...
down shop 6 ...
down shop 5 ...
up   shop 5 ...
up   shop 6 ...
2 migrations down and up again in ...
..."applied":[1,5,6],"pending":[3],...
--- file places/places_1.lua @postgresql
return {
  forward = { { sql = "CREATE TABLE t (id INTEGER)" }, { sql = "CREATE TABLE OTHER.k (id INTEGER)" } },
  reverse = { { sql = "DROP TABLE t" }, { sql = "SET search_path TO OTHER" }, { sql = "DROP TABLE k" } },
}
--- run @postgresql
sql "CREATE SCHEMA ${HELIUM_SCHEMA}_other"
sed -i "s/OTHER/${HELIUM_SCHEMA}_other/" places/places_1.lua
helium up --design places
helium redo --design places
sql "SELECT replace(schemaname, '$HELIUM_SCHEMA', 'ours') FROM pg_tables WHERE tablename = 't' AND schemaname LIKE '$HELIUM_SCHEMA%'"
sql "DROP TABLE ${HELIUM_SCHEMA}_other.k; DROP SCHEMA ${HELIUM_SCHEMA}_other"
--- out @postgresql
up   places 1 ...
1 migration in ...
down places 1 ...
up   places 1 ...
1 migration down and up again in ...
ours
--- file strict/strict_1.lua @sqlite
return {
  forward = {
    { sql = "CREATE TABLE parent (id INTEGER PRIMARY KEY)" },
    { sql = "CREATE TABLE child (p INTEGER REFERENCES parent (id))" },
    { sql = "INSERT INTO child SELECT 7 WHERE EXISTS (SELECT 1 FROM switch)" },
  },
  reverse = { { sql = "PRAGMA foreign_keys = OFF" }, { sql = "DROP TABLE child" }, { sql = "DROP TABLE parent" } },
  transaction = "none",
}
--- run exit=5 @sqlite
sql "CREATE TABLE switch (on_ INTEGER)"
helium up --design strict
sql "INSERT INTO switch VALUES (1)"
helium redo --design strict
--- out @sqlite
up   strict 1 ...
1 migration in ...
...FOREIGN KEY constraint failed...
