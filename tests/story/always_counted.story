A column that PostgreSQL always numbers by itself gets its values back when it comes back, moves or gets another type,
and nobody else can set it then.
--- dialects postgresql
--- file shop/shop_1.lua
-- shop_1.lua
-- Tables with numbers
return { forward = { { sql = [[
CREATE TABLE gone (id integer PRIMARY KEY, n integer GENERATED ALWAYS AS IDENTITY (START WITH 40));
CREATE TABLE wide (id integer PRIMARY KEY, n bigint GENERATED ALWAYS AS IDENTITY (START WITH 40));
CREATE TABLE split (id integer PRIMARY KEY, n integer GENERATED ALWAYS AS IDENTITY (START WITH 40));
CREATE TABLE whole (id integer PRIMARY KEY);
CREATE TABLE part (id integer PRIMARY KEY, n integer GENERATED ALWAYS AS IDENTITY (START WITH 40));
CREATE TABLE came (id integer PRIMARY KEY)]] } },
  reverse = { { sql = "DROP TABLE gone, wide, split, whole, part, came" } } }
--- file shop/shop_2.lua
-- shop_2.lua
-- Whatever can happen to them
return {
  forward = function(queries)
    queries:drop_column("gone", "n")
    queries:alter_column("wide", "n", { type = "integer" })
    queries:split_table("split", { into = "other", columns = { "n" } })
    queries:merge_table("part", { into = "whole" })
    queries:add_column("came", { name = "n", type = "integer", identity = "always" })
  end,
}
--- run
helium up --design shop --to 1 >/dev/null
for table in gone wide split part whole came; do sql "INSERT INTO $table (id) VALUES (1), (2)"; done
helium up --design shop >/dev/null
sql "UPDATE came SET n = DEFAULT; SELECT n FROM came ORDER BY id"
sql "SELECT n FROM other ORDER BY id; SELECT n FROM whole ORDER BY id"
helium down --design shop >/dev/null
for table in gone wide split part; do sql "SELECT '$table', n FROM $table ORDER BY id"; done
--- out
3
4
40
41
40
41
gone|40
gone|41
wide|40
wide|41
split|40
split|41
part|40
part|41
--- run exit=1
sql "INSERT INTO gone VALUES (3, 7)"
--- out
...cannot insert a non-DEFAULT value...
...
--- run
helium up --design shop >/dev/null
sql "SELECT n FROM came ORDER BY id; SELECT n FROM whole ORDER BY id"
sql "SELECT table_name, identity_generation FROM information_schema.columns WHERE column_name = 'n' AND table_schema = current_schema() AND NOT starts_with(table_name, 'helium') ORDER BY 1"
--- out
3
4
40
41
came|ALWAYS
other|ALWAYS
whole|ALWAYS
wide|ALWAYS
