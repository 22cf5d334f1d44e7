A stash grants no more than its source: who could read a table may read its stash at most, and nobody a
copy of its values, whatever new tables grant by themselves.
--- dialects postgresql mariadb
--- file shop/shop_1.lua
-- shop_1.lua
-- Two tables
return {
  forward = function(queries)
    for _, name in ipairs({ "person", "secret" }) do
      queries:create_table(name, {
        columns = { { name = "id", type = "integer", primary_key = true }, { name = "pin", type = "varchar(9)" } },
      })
    end
  end,
}
--- file shop/shop_2.lua
-- shop_2.lua
-- One column and one table less
return {
  forward = function(queries)
    queries:drop_column("person", "pin")
    queries:drop_table("secret")
  end,
}
--- run @postgresql
sql "DROP ROLE IF EXISTS story_peeper"
sql "CREATE ROLE story_peeper LOGIN PASSWORD 'hunter2'; GRANT USAGE ON SCHEMA $HELIUM_SCHEMA TO story_peeper"
sql "ALTER DEFAULT PRIVILEGES IN SCHEMA $HELIUM_SCHEMA GRANT SELECT ON TABLES TO PUBLIC"
helium up --design shop --to 1 >/dev/null
sql "REVOKE ALL ON secret FROM PUBLIC; INSERT INTO person VALUES (1, '1234')"
--- run @mariadb
sql "DROP USER IF EXISTS story_peeper@'%'; CREATE USER story_peeper@'%' IDENTIFIED BY 'hunter2'"
helium up --design shop --to 1 >/dev/null
sql "GRANT SELECT ON person TO story_peeper@'%'; INSERT INTO person VALUES (1, '1234')"
--- run
helium up --design shop >/dev/null
helium stash
--- out
stash ...
helium_stash_shop_2_1  shop@2  rows of person (id, pin) ...
helium_stash_shop_2_2  shop@2  table secret ...
2 stashes...
--- run @postgresql
for table in person helium_stash_shop_2_1 helium_stash_shop_2_2; do
  sql "SELECT has_table_privilege('story_peeper', '$HELIUM_SCHEMA.$table', 'SELECT')"
done
--- out @postgresql
t
f
f
--- run @mariadb
sql "SELECT table_name, privilege_type FROM information_schema.table_privileges WHERE grantee LIKE '%story_peeper%' AND table_schema = database()"
--- out @mariadb
person	SELECT
--- run
helium down --design shop >/dev/null
sql "SELECT pin FROM person"
--- out
1234
--- run @postgresql
sql "SELECT has_table_privilege('story_peeper', '$HELIUM_SCHEMA.secret', 'SELECT')"
--- out @postgresql
f
--- run @postgresql
sql "DROP OWNED BY story_peeper; DROP ROLE story_peeper"
--- run @mariadb
sql "DROP USER story_peeper@'%'"
