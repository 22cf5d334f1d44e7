Where a policy hides rows from the owner of a table too, none is copied and then taken away: the copy would lack it. That
holds in one transaction, in a group and without a transaction, and on the way back as well.
--- dialects postgresql
--- file shop/shop_1.lua
-- shop_1.lua
-- A table that shows each tenant its own
return {
  forward = function(queries)
    queries:create_table("doc", {
      columns = {
        { name = "id", type = "integer", primary_key = true },
        { name = "tenant", type = "text" },
        { name = "body", type = "text" },
      },
    })
    queries:sql("ALTER TABLE doc ENABLE ROW LEVEL SECURITY", { reverse = "" })
    queries:sql("CREATE POLICY own ON doc USING (tenant = 'a')", { reverse = "" })
  end,
}
--- file shop/shop_2.lua
-- shop_2.lua
-- One column less
return { forward = function(queries) queries:drop_column("doc", "body") end }
--- run
sql "CREATE ROLE own_$HELIUM_SCHEMA LOGIN"
sql "GRANT ALL ON SCHEMA $HELIUM_SCHEMA TO own_$HELIUM_SCHEMA"
printf '%s' "$DATABASE_URL" | sed "s/postgres@/own_$HELIUM_SCHEMA@/" >url
helium up --url "$(cat url)" --design shop --to 1 >/dev/null
sql "ALTER TABLE doc FORCE ROW LEVEL SECURITY"
sql "INSERT INTO doc VALUES (1, 'a', 'one'), (2, 'b', 'two')"
--- run exit=4
helium up --url "$(cat url)" --design shop
--- out
...row level security may hide rows of doc from who runs this...
--- run exit=4
helium up --url "$(cat url)" --group --design shop
--- file shop/shop_2.lua
-- shop_2.lua
-- One column less, without a transaction
return { transaction = "none", forward = function(queries) queries:drop_column("doc", "body") end }
--- run exit=4
helium up --url "$(cat url)" --design shop
--- out
...row level security may hide rows of doc from who runs this...
--- run
sql "SELECT id, body FROM doc ORDER BY id"
helium stash
--- out
1|one
2|two
no stash
--- file shop/shop_2.lua
-- shop_2.lua
-- One column less
return { forward = function(queries) queries:drop_column("doc", "body") end }
--- run
sql "ALTER TABLE doc NO FORCE ROW LEVEL SECURITY"
helium up --url "$(cat url)" --design shop >/dev/null
sql "ALTER TABLE doc FORCE ROW LEVEL SECURITY"
--- run exit=4
helium down --url "$(cat url)" --design shop
--- out
...row level security may hide rows of doc from who runs this...
--- run
helium stash | tail -n 1
helium down --design shop >/dev/null
sql "SELECT id, body FROM doc ORDER BY id"
--- out
1 stash...
1|one
2|two
--- file shop/shop_2.lua
-- shop_2.lua
-- A table less
return { forward = function(queries) queries:drop_table("doc") end }
--- run
helium up --url "$(cat url)" --design shop >/dev/null
--- run exit=4
helium stash export shop@2 --url "$(cat url)" --design shop --to kept.sql
--- out
...row level security may hide rows of helium_stash_shop_2_1...
--- run
test ! -e kept.sql
helium stash export shop@2 --to kept.sql >/dev/null
grep -c "two" kept.sql
helium down --url "$(cat url)" --design shop >/dev/null
sql "SELECT id, body FROM doc ORDER BY id"
--- out
1
1|one
2|two
--- run
sql "DROP OWNED BY own_$HELIUM_SCHEMA CASCADE; DROP ROLE own_$HELIUM_SCHEMA"
