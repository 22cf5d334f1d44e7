-- alter_column_lossy.lua
-- dialects: postgresql mysql mariadb sqlite
return {
  forward = function(queries)
    queries:alter_column("person", "score", { type = "integer" })
  end,
}
