A folder names roles that its database has and a throw-away server has not: what is tried there finds them.
--- dialects postgresql mariadb
--- file app/app_1.lua
return { forward = function(queries)
  queries:create_table("t", { columns = { { name = "id", type = "integer", primary_key = true } } })
  queries:grant("t", { privileges = { "select" }, to = engine == "postgresql" and "Of all" or "of_all" })
  if engine == "postgresql" then
    queries:grant("t", { privileges = { "insert" }, to = "other" })
    queries:create_view("v", { select = "SELECT id FROM t" })
    queries:sql("ALTER VIEW v OWNER TO \"o\"\"wner\"", { reverse = "" })
  end
end }
--- file app/app_2.lua
return { forward = function(queries)
  queries:create_table("u", { columns = { { name = "id", type = "integer", primary_key = true } } })
end }
--- file app.sql
CREATE TABLE t (id integer PRIMARY KEY);
CREATE TABLE u (id integer PRIMARY KEY);
GRANT SELECT ON t TO "Of all";
GRANT INSERT ON t TO other;
CREATE VIEW v AS SELECT id FROM t;
DO 'BEGIN END';
--- run
helium test --design app | sed 's/, in .*//'
helium checkpoint 2 --design app >/dev/null 2>&1 || echo none
ls app
helium diff --from app@1 --to app@2
--- out @postgresql
passed  postgresql  app 1
passed  postgresql  app 2
2 tried, 0 failed
app_1.lua
app_2.lua
checkpoints
create_table  u
--- out @mariadb
passed  mariadb  app 1
passed  mariadb  app 2
2 tried, 0 failed
app_1.lua
app_2.lua
checkpoints
create_table  u
--- run @postgresql
helium diff --from app@2 --to app.sql --dialect postgresql
--- out @postgresql
the schemas are equal
--- run @mariadb
helium up --design app --to 1 2>&1 | grep -v queries:grant
--- out @mariadb
app/app_1.lua:3: partial: Can't find any matching row in the user table
  SQLSTATE 28000
failed app 1 forward, statement 2 of 2
state: app_1 is half done: 1 of 2 statements stand
next: helium resume
--- run @mariadb
sql "SELECT count(*) FROM mysql.user WHERE user = 'of_all'"
--- out @mariadb
0
