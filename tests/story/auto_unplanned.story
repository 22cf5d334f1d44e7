What auto would write and no run could carry out is not written: it would stand in the way of every run behind it.
--- dialects sqlite postgresql mariadb
--- file app/app_1.lua
return { forward = function(queries)
  queries:create_table("t", { columns = { { name = "id", type = "integer" }, { name = "n", type = "integer" } } })
end }
--- file wanted.sql
CREATE TABLE t (id integer);
--- run exit=65
helium up --design app >/dev/null
helium auto --to wanted.sql --allow-destructive --design app 2>&1
--- out
app/app_2.lua:6: design: drop_column: t has no key by which its rows are found again, so the values of n cannot be kept
  hint: keep = false takes them away for good
--- run
ls app
--- out
app_1.lua
