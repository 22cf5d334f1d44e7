-- rename_column.lua
-- dialects: postgresql mysql mariadb sqlite
return {
  forward = function(queries)
    queries:rename_column("person", "name", "full_name")
  end,
}
