-- rename_index.lua
-- dialects: postgresql mysql mariadb sqlite db2
return {
  forward = function(queries)
    queries:rename_index("person", "person_name", "person_by_name")
  end,
}
