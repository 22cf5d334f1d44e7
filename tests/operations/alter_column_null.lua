-- alter_column_null.lua
-- dialects: postgresql mysql mariadb sqlite
return {
  forward = function(queries)
    queries:alter_column("person", "name", { null = true })
  end,
}
