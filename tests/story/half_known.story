A typed operation does not take away what it could not put back whole.
--- dialects postgresql

--- file app/app_1.lua
return {
  forward = { { sql = [[
CREATE TABLE a (n integer PRIMARY KEY);
CREATE TABLE b (n integer CONSTRAINT b_a REFERENCES a MATCH FULL);
CREATE INDEX b_n ON b (n) WITH (fillfactor = 50);
CREATE INDEX b_plain ON b (n)]] } },
  reverse = { { sql = "DROP TABLE b, a" } },
}
--- file key.lua
return { forward = function(queries) queries:drop_constraint("b", "b_a") end }
--- file index.lua
return { forward = function(queries) queries:drop_index("b", "b_n") end }
--- file plain.lua
return { forward = function(queries)
  queries:drop_index("b", "b_plain")
  queries:drop_index("b", "b_n", { keep = false })
end }
--- run exit=65
helium up --design app
cp key.lua app/app_2.lua
helium up --design app
--- out
up   app 1 ...
1 migration in ...
app/app_2.lua:1: design: drop_constraint: it would make b_a again without the option of the foreign key b_a on b, which is not understood
  return { forward = function(queries) queries:drop_constraint("b", "b_a") end }
  hint: write it as SQL with its own way back, or keep = false
--- run exit=65
cp index.lua app/app_2.lua
helium up --design app
--- out
app/app_2.lua:1: design: drop_index: it would make b_n again without the option of the index b_n, which is not understood
  return { forward = function(queries) queries:drop_index("b", "b_n") end }
  hint: write it as SQL with its own way back, or keep = false
--- run
cp plain.lua app/app_2.lua
helium up --design app
--- out
up   app 2 ...
1 migration in ...
