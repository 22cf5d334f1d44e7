-- drop_index.lua
-- dialects: postgresql mysql mariadb sqlite db2
return {
  forward = function(queries)
    queries:drop_index("person", "person_name")
  end,
}
