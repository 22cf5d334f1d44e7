An index or key on what is not there is found when it is planned, before anything of its migration runs. Text before
it may have made what nobody can foresee: then the server says.
--- dialects sqlite postgresql mariadb mysql
--- file app/app_1.lua
return { forward = function(queries)
  queries:create_table("t", { columns = { { name = "id", type = "integer", primary_key = true }, { name = "word", type = "varchar(20)" } } })
end }
--- file index.lua
return { forward = function(queries)
  queries:insert("t", { { id = 1, word = "a" } })
  queries:add_index("t", { name = "t_word", columns = { "wrod" } })
end }
--- file key.lua
return { forward = function(queries)
  queries:add_unique("tt", { name = "t_word", columns = { "word" } })
end }
--- file behind.lua
return { forward = function(queries)
  queries:sql("ALTER TABLE t ADD COLUMN more integer", { reverse = "ALTER TABLE t DROP COLUMN more" })
  queries:add_index("t", { name = "t_more", columns = { "more" } })
end }
--- run exit=65
helium up --design app >/dev/null
cp index.lua app/app_2.lua
helium up --design app
--- out
app/app_2.lua:3: design: add_index: t has no column wrod
    queries:add_index("t", { name = "t_word", columns = { "wrod" } })
  hint: did you mean word?
--- run exit=65
cp key.lua app/app_2.lua
helium up --design app
--- out
app/app_2.lua:2: design: add_unique: there is no table tt
    queries:add_unique("tt", { name = "t_word", columns = { "word" } })
  hint: did you mean t?
--- run
sql "SELECT count(*) FROM t"
cp behind.lua app/app_2.lua
helium up --design app >/dev/null
helium inspect --format sql | grep -c t_more
--- out
0
1
