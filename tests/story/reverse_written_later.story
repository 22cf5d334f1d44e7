Operations that have no way back get one when their author writes it in SQL; so does a migration that was only recorded.
--- dialects sqlite
--- file app/app_1.lua
-- app_1.lua
-- No key
return { forward = function(queries) queries:create_table("a", { columns = { { name = "i", type = "integer" } } }) end }
--- file app/app_2.lua
-- app_2.lua
-- A column
return { forward = function(queries) queries:add_column("a", { name = "j", type = "integer" }) end }
--- run exit=65
helium up --design app >/dev/null
helium down --design app
--- out
design: app_2 cannot be taken back: a has no key ...
  hint: nothing was run; write its reverse section in SQL, or a new migration that goes on
--- run
cat >app/app_2.lua <<'END'
-- app_2.lua
-- A column
return {
  forward = function(queries) queries:add_column("a", { name = "j", type = "integer" }) end,
  reverse = { { sql = "ALTER TABLE a DROP COLUMN j" } },
}
END
helium down --design app
sql "SELECT count(*) FROM pragma_table_info('a')"
--- out
...
1
--- file old/old_1.lua
-- old_1.lua
-- What was there
return {
  forward = function(queries) queries:create_table("b", { columns = { { name = "i", type = "integer", primary_key = true } } }) end,
}
--- run exit=65
sql "CREATE TABLE b (i INTEGER PRIMARY KEY)"
helium baseline 1 --design old >/dev/null
helium down --design old
--- out
design: old_1 cannot be taken back: it was recorded as applied and did not run, so no way back of its operations was kept
  hint: nothing was run; write its reverse section in SQL, or a new migration that goes on
