-- drop_table.lua
-- dialects: postgresql mysql mariadb sqlite db2
return {
  forward = function(queries)
    queries:drop_table("note")
  end,
}
