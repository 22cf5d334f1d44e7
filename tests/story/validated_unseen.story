What only a database can tell about a design is a note of validate; a misspelt name of its own is an error still.
--- dialects sqlite

--- file app/app_1.lua
return { forward = function(queries) queries:add_column("legacy", { name = "code", type = "integer" }) end }
--- file app/app_2.lua
return {
  forward = function(queries)
    queries:create_table("note", { columns = { { name = "id", type = "integer", primary_key = true } } })
  end,
}
--- file app/app_3.lua
return { forward = function(queries) queries:rename_column("legacy", "code", "number") end }
--- file later/app_4.lua
return { forward = function(queries) queries:add_column("notte", { name = "body", type = "text" }) end }
--- file later/app_5.lua
return {
  forward = function(queries)
    queries:drop_table("note")
  end,
}
--- file later/app_6.lua
return { forward = function(queries) queries:add_column("note", { name = "body", type = "text" }) end }
--- run
helium validate --design app --dialect sqlite
sql "CREATE TABLE legacy (id INTEGER PRIMARY KEY)"
helium up --design app
--- out
app/app_1.lua:1: info: unseen: add_column is about legacy, which only a database can tell: this migration is not checked further
  hint: helium plan --url URL checks it where it will run
app/app_3.lua:1: info: unseen: rename_column is about legacy, which only a database can tell: this migration is not checked further
  hint: helium plan --url URL checks it where it will run
up   app 1 ...
up   app 2 ...
up   app 3 ...
3 migrations in ...
--- run exit=65
cp later/app_4.lua app/
helium validate --design app --dialect sqlite | grep -A1 error
helium validate --design app --dialect sqlite > /dev/null
--- out
app/app_4.lua:1: error: design: add_column: there is no table notte
  hint: did you mean note?
--- run exit=65
rm app/app_4.lua
cp later/app_5.lua later/app_6.lua app/
helium validate --design app --dialect sqlite | grep error
helium validate --design app --dialect sqlite > /dev/null
--- out
app/app_6.lua:1: error: design: add_column: there is no table note
