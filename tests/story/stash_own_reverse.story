A migration whose author wrote the way back leaves its stash where it is: each way up keeps one more, and
none stands in the way of the next.
--- dialects sqlite postgresql mariadb
--- file shop/shop_1.lua
-- shop_1.lua
-- One table
return {
  forward = function(queries)
    queries:create_table("person", {
      columns = { { name = "id", type = "integer", primary_key = true }, { name = "fax", type = "varchar(20)" } },
    })
  end,
}
--- file shop/shop_2.lua
-- shop_2.lua
-- One column less
return {
  forward = function(queries)
    queries:drop_column("person", "fax")
  end,
  reverse = {
    { sql = "ALTER TABLE person ADD COLUMN fax varchar(20)" },
  },
}
--- run
helium up --design shop --to 1 >/dev/null
sql "INSERT INTO person VALUES (1, '111')"
helium up --design shop >/dev/null
helium down --design shop >/dev/null
sql "UPDATE person SET fax = '222'"
helium up --design shop
--- out
up   shop 2 ...
--- run
sql "SELECT fax FROM helium_stash_shop_2_1"
sql "SELECT fax FROM helium_stash_shop_2_1_2"
--- out
111
222
--- run
helium stash clear --yes >/dev/null
helium down --design shop
--- out
down shop 2 ...
