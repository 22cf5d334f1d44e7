The columns of a primary key are NOT NULL in PostgreSQL: those that were not before are not behind it.
--- dialects postgresql
--- file shop/shop_1.lua
-- shop_1.lua
-- A table without a key
return {
  forward = function(queries)
    queries:create_table("pair", {
      columns = {
        { name = "a", type = "integer" },
        { name = "b", type = "integer", null = false },
        { name = "c", type = "integer" },
      },
    })
  end,
}
--- file shop/shop_2.lua
-- shop_2.lua
-- Its key
return {
  forward = function(queries)
    queries:add_primary_key("pair", { columns = { "a", "b" } })
    queries:alter_column("pair", "a", { type = "bigint" })
  end,
}
--- run
helium up --design shop --to 1 >/dev/null
helium inspect --format json >before.json
helium up --design shop >/dev/null
sql "INSERT INTO pair VALUES (1, 2)"
sql "INSERT INTO pair VALUES (NULL, 3)" 2>&1 | grep -o 'violates not-null constraint'
helium drift --design shop
helium down --design shop >/dev/null
helium diff --from before.json --to "$DATABASE_URL"
sql "INSERT INTO pair VALUES (NULL, 3)"
sql "INSERT INTO pair VALUES (3, NULL)" 2>&1 | grep -o 'violates not-null constraint'
--- out
violates not-null constraint
the schema is what its migrations make
the schemas are equal
violates not-null constraint
