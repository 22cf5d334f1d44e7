The rows that copy remembers are for their owner alone, whatever new tables grant by themselves.
--- dialects postgresql
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
-- Pins go over
return {
  forward = function(queries)
    queries:copy("secret", { columns = { "id", "pin" }, select = "SELECT id, pin FROM person" })
  end,
}
--- run
helium up --design shop --to 1 >/dev/null
sql "INSERT INTO person VALUES (1, '1234')"
sql "ALTER DEFAULT PRIVILEGES IN SCHEMA $HELIUM_SCHEMA GRANT SELECT ON TABLES TO PUBLIC"
helium up --design shop >/dev/null
sql "SELECT grantee FROM information_schema.table_privileges WHERE table_name = 'helium_stash_shop_2_1' AND table_schema = current_schema() AND grantee = 'PUBLIC'"
sql "SELECT pin FROM secret"
helium down --design shop >/dev/null
sql "SELECT count(*) FROM secret"
--- out
1234
0
