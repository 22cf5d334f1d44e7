A view or routine that belongs to another role than who runs the migration belongs to it again when it comes back, and
where it is only made again on the way: a function that runs as its owner would else run as somebody else.
--- dialects postgresql
--- file shop/shop_1.lua
-- shop_1.lua
-- What others will own
return {
  forward = function(queries)
    queries:create_table("item", {
      columns = {
        { name = "id", type = "integer", primary_key = true },
        { name = "price", type = "integer" },
      },
    })
    queries:create_view("prices", { select = "SELECT id, price FROM item" })
    queries:create_view("shown", { select = "SELECT id FROM item" })
    queries:create_routine("who", { definition = "CREATE FUNCTION who() RETURNS text LANGUAGE sql SECURITY DEFINER AS 'SELECT CAST(current_user AS text)'" })
    queries:create_materialized_view("kept", { select = "SELECT id FROM item" })
  end,
}
--- file shop/shop_2.lua
-- shop_2.lua
-- Made again on the way
return {
  forward = function(queries)
    queries:alter_column("item", "price", { type = "bigint" })
    queries:replace_view("shown", { select = "SELECT id + 1 AS id FROM item" })
  end,
}
--- file shop/shop_3.lua
-- shop_3.lua
-- Gone
return {
  forward = function(queries)
    queries:drop_view("shown")
    queries:drop_materialized_view("kept")
    queries:drop_routine("who")
  end,
}
--- file owners.sh
sql "SELECT relname || ' ' || replace(pg_get_userbyid(relowner), '$HELIUM_SCHEMA', '') FROM pg_class WHERE relkind IN ('v', 'm') AND relnamespace = current_schema()::regnamespace ORDER BY relname"
sql "SELECT proname || ' ' || replace(pg_get_userbyid(proowner), '$HELIUM_SCHEMA', '') FROM pg_proc WHERE pronamespace = current_schema()::regnamespace"
--- run
helium up --design shop --to 1 >/dev/null
sql "CREATE ROLE \"of $HELIUM_SCHEMA\""
sql "GRANT CREATE, USAGE ON SCHEMA $HELIUM_SCHEMA TO \"of $HELIUM_SCHEMA\""
sql "ALTER VIEW prices OWNER TO \"of $HELIUM_SCHEMA\""
sql "ALTER VIEW shown OWNER TO \"of $HELIUM_SCHEMA\""
sql "ALTER MATERIALIZED VIEW kept OWNER TO \"of $HELIUM_SCHEMA\""
sql "ALTER FUNCTION who() OWNER TO \"of $HELIUM_SCHEMA\""
helium up --design shop --to 2 >/dev/null
sh owners.sh
--- out
kept of 
prices of 
shown of 
who of
--- run
helium up --design shop >/dev/null
helium down --design shop --to 1 >/dev/null
sh owners.sh
sql "SELECT replace(who(), '$HELIUM_SCHEMA', '')"
sql "REASSIGN OWNED BY \"of $HELIUM_SCHEMA\" TO CURRENT_USER"
sql "DROP OWNED BY \"of $HELIUM_SCHEMA\""
sql "DROP ROLE \"of $HELIUM_SCHEMA\""
--- out
kept of 
prices of 
shown of 
who of 
of
