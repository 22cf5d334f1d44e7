A way back takes no rows of others along, which came since and of which nothing is kept; nor does the way there.
--- dialects postgresql mariadb mysql
--- file shop/shop_1.lua
-- shop_1.lua
-- People have roles
return {
  forward = function(queries)
    queries:create_table("role", {
      columns = {
        { name = "id", type = "integer", primary_key = true },
        { name = "code", type = "varchar(9)", unique = true },
      },
    })
    queries:create_table("person", {
      columns = {
        { name = "id", type = "integer", primary_key = true },
        { name = "role_id", type = "integer" },
        { name = "role_code", type = "varchar(9)" },
      },
    })
    queries:add_foreign_key("person", { name = "person_role", columns = { "role_id" }, references = "role(id)", on_delete = "cascade" })
    queries:add_foreign_key("person", { name = "person_code", columns = { "role_code" }, references = "role(code)", on_update = "set null" })
  end,
}
--- file shop/shop_2.lua
-- shop_2.lua
-- A role
return { forward = function(queries) queries:insert("role", { { id = 1, code = "a" } }) end }
--- run
helium up --design shop >/dev/null
sql "INSERT INTO person VALUES (7, 1, 'a')"
--- run exit=4
helium down --design shop
--- out
...rows of person point to rows of role that this takes back...
--- run
sql "SELECT id, role_id, role_code FROM person"
--- out @postgresql
7|1|a
--- out @mariadb @mysql
7	1	a
--- file shop/shop_3.lua
-- shop_3.lua
-- Another code
return { forward = function(queries) queries:update("role", { set = { code = "'b'" }, where = "id = 1" }) end }
--- run exit=65
helium up --design shop
--- out
...rows of person would go or change with those of role...
--- file shop/shop_3.lua
-- shop_3.lua
-- Copied roles
return {
  forward = function(queries)
    queries:copy("role", { columns = { "id", "code" }, select = "SELECT 2, 'c'" })
  end,
}
--- run
helium up --design shop >/dev/null
sql "INSERT INTO person VALUES (8, 2, 'c')"
--- run exit=4
helium down --design shop
--- out
...rows of person point to rows of role that this takes back...
--- run
sql "DELETE FROM person WHERE id = 8"
helium down --design shop
sql "SELECT id FROM role"
sql "SELECT id, role_id, role_code FROM person"
--- out @postgresql
...
1
7|1|a
--- out @mariadb @mysql
...
1
7	1	a
--- run @postgresql
sql "CREATE SCHEMA other_$HELIUM_SCHEMA; CREATE TABLE other_$HELIUM_SCHEMA.guest (role_id integer REFERENCES role ON DELETE CASCADE, code text REFERENCES role (code) ON UPDATE SET NULL)"
sql "ALTER TABLE person DROP CONSTRAINT person_role; ALTER TABLE person DROP CONSTRAINT person_code; INSERT INTO role VALUES (5, 'e')"
sql "INSERT INTO other_$HELIUM_SCHEMA.guest VALUES (5, 'e')"
--- file shop/shop_3.lua @postgresql
-- shop_3.lua
-- A role less
return { forward = function(queries) queries:delete("role", { where = "id = 5" }) end }
--- run exit=4 @postgresql
helium up --design shop
--- out @postgresql
...rows of another schema would go or change with those of role...
--- file shop/shop_3.lua @postgresql
-- shop_3.lua
-- Another code
return { forward = function(queries) queries:update("role", { set = { code = "'f'" }, where = "id = 5" }) end }
--- run exit=4 @postgresql
helium up --design shop
--- out @postgresql
...rows of another schema would go or change with those of role...
--- run exit=4 @postgresql
helium down --design shop
--- out @postgresql
...rows of another schema would go or change with those of role...
--- run @postgresql
sql "SELECT role_id, code FROM other_$HELIUM_SCHEMA.guest"
sql "DROP SCHEMA other_$HELIUM_SCHEMA CASCADE" 2>/dev/null
--- out @postgresql
5|e
