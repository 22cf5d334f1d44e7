What one migration sets in its session does not reach the next one, in whatever words it does so.
--- dialects sqlite postgresql
--- file keys/keys_1.lua @sqlite
return {
  forward = {
    { sql = "CREATE TABLE role (id integer PRIMARY KEY, fax text)" },
    { sql = "CREATE TABLE person (id integer PRIMARY KEY, role integer REFERENCES role (id) ON DELETE CASCADE)" },
    { sql = "INSERT INTO role VALUES (1, 'a')" },
    { sql = "INSERT INTO person VALUES (7, 1)" },
    { sql = "PRAGMA cache_size = 500" },
  },
  reverse = { { sql = "DROP TABLE person" }, { sql = "DROP TABLE role" } },
}
--- file keys/keys_2.lua @sqlite
return { forward = function(queries) queries:add_check("role", { name = "some_fax", expression = "fax <> ''" }) end }
--- run @sqlite
helium up --design keys
sql "SELECT id, role FROM person"
helium down --design keys
sql "SELECT id, role FROM person"
--- out @sqlite
up   keys 1 ...
up   keys 2 ...
2 migrations in ...
7|1
down keys 2 ...
1 migration in ...
7|1
--- file shop/shop_1.lua @postgresql
return {
  forward = {
    { sql = "CREATE SCHEMA ${HELIUM_OTHER}" },
    { sql = "SELECT SET_CONFIG('search_path', '${HELIUM_OTHER}', false)" },
  },
  reverse = { { sql = "DROP SCHEMA ${HELIUM_OTHER}" } },
}
--- file shop/shop_2.lua @postgresql
return { forward = { { sql = "CREATE TABLE two (id integer)" } }, reverse = { { sql = "DROP TABLE two" } } }
--- file shop/shop_3.lua @postgresql
return {
  forward = { { sql = "CREATE TABLE three (text varchar(100))" }, { sql = "INSERT INTO three SELECT Set_Config('search_path', '${HELIUM_OTHER}', false)" } },
  reverse = { { sql = "DROP TABLE three" } },
}
--- file shop/shop_4.lua @postgresql
return { forward = { { sql = "CREATE TABLE four (id integer)" } }, reverse = { { sql = "DROP TABLE four" } } }
--- run @postgresql
sed -i "s/.{HELIUM_OTHER}/${HELIUM_SCHEMA}_other/" shop/*.lua
helium up --design shop
sql "SELECT string_agg(tablename, ' ' ORDER BY tablename) FROM pg_tables WHERE schemaname = '$HELIUM_SCHEMA' AND tablename NOT LIKE 'helium%'"
helium down --all --design shop
--- out @postgresql
up   shop 1 ...
up   shop 2 ...
up   shop 3 ...
up   shop 4 ...
4 migrations in ...
four three two
down shop 4 ...
down shop 3 ...
down shop 2 ...
down shop 1 ...
4 migrations in ...
