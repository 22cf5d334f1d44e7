The way back of split_table and merge_table: what was written to the moved columns goes back with them, rows that others
let follow stay, and rows that would have no place are named instead of lost.
--- dialects sqlite postgresql mariadb
--- file shop/shop_1.lua
return {
  forward = function(queries)
    queries:create_table("person", { columns = { { name = "id", type = "integer", primary_key = true }, { name = "street", type = "varchar(20)" } } })
    queries:create_table("customer", { columns = { { name = "id", type = "integer", primary_key = true } } })
    queries:create_table("account", { columns = { { name = "id", type = "integer", primary_key = true }, { name = "iban", type = "varchar(20)" } } })
  end,
}
--- file shop/shop_2.lua
return { forward = function(queries) queries:split_table("person", { into = "address", columns = { "street" } }) end }
--- file shop/shop_3.lua
return { forward = function(queries) queries:merge_table("account", { into = "customer" }) end }
--- run
helium up --design shop --to 1 >/dev/null
sql "INSERT INTO person VALUES (1, 's1'), (2, 's2')"
sql "INSERT INTO customer VALUES (1), (2)"
sql "INSERT INTO account VALUES (1, 'i1'), (2, 'i2'), (3, 'i3')"
helium up --design shop >/dev/null
sql "UPDATE customer SET iban = 'new' WHERE id = 2"
sql "DELETE FROM customer WHERE id = 1"
helium redo --design shop >/dev/null
sql "SELECT iban FROM customer"
helium down --design shop >/dev/null
sql "SELECT iban FROM account ORDER BY id"
--- out
new
i1
new
i3
--- run
sql "CREATE TABLE visit (id integer PRIMARY KEY, address_id integer, FOREIGN KEY (address_id) REFERENCES address (id) ON DELETE CASCADE)"
sql "INSERT INTO visit VALUES (1, 1)"
sql "INSERT INTO address VALUES (3, 's3')"
sql "UPDATE address SET street = 'new' WHERE id = 2"
--- run exit=4
helium down --design shop
--- out
...rows of address have none of person to go back to, and would be lost...
--- run
sql "DELETE FROM address WHERE id = 3"
--- run @sqlite @postgresql
helium down --design shop; test $? = 4
sql "SELECT id, address_id FROM visit"
sql "SELECT count(*) FROM address"
--- out @sqlite @postgresql
...
1|1
2
--- run
sql "DROP TABLE visit"
helium down --design shop >/dev/null
sql "SELECT street FROM person ORDER BY id"
--- out
s1
new
--- file loose/loose_1.lua
return {
  forward = function(queries)
    queries:create_table("place", { columns = { { name = "id", type = "integer", primary_key = true } }, keep = false })
  end,
}
--- run
helium up --design loose >/dev/null
sql "CREATE TABLE guest (id integer PRIMARY KEY, place_id integer, FOREIGN KEY (place_id) REFERENCES place (id) ON DELETE CASCADE)"
sql "INSERT INTO place VALUES (1)"
sql "INSERT INTO guest VALUES (1, 1)"
--- run exit=4
helium down --design loose
--- run
sql "SELECT count(*) FROM guest"
--- out
1
