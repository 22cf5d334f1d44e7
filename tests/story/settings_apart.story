What one migration sets in its session does not reach the next one, in whatever words it does so.
--- dialects postgresql
--- file shop/shop_1.lua
return {
  forward = {
    { sql = "CREATE SCHEMA ${HELIUM_OTHER}" },
    { sql = "SELECT SET_CONFIG('search_path', '${HELIUM_OTHER}', false)" },
  },
  reverse = { { sql = "DROP SCHEMA ${HELIUM_OTHER}" } },
}
--- file shop/shop_2.lua
return { forward = { { sql = "CREATE TABLE two (id integer)" } }, reverse = { { sql = "DROP TABLE two" } } }
--- file shop/shop_3.lua
return {
  forward = { { sql = "CREATE TABLE three (text varchar(100))" }, { sql = "INSERT INTO three SELECT Set_Config('search_path', '${HELIUM_OTHER}', false)" } },
  reverse = { { sql = "DROP TABLE three" } },
}
--- file shop/shop_4.lua
return { forward = { { sql = "CREATE TABLE four (id integer)" } }, reverse = { { sql = "DROP TABLE four" } } }
--- run
sed -i "s/.{HELIUM_OTHER}/${HELIUM_SCHEMA}_other/" shop/*.lua
helium up --design shop
sql "SELECT string_agg(tablename, ' ' ORDER BY tablename) FROM pg_tables WHERE schemaname = '$HELIUM_SCHEMA' AND tablename NOT LIKE 'helium%'"
helium down --all --design shop
--- out
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
