-- alter_column.lua
-- dialects: postgresql mysql mariadb sqlite db2
return {
  forward = function(queries)
    queries:alter_column("person", "name", { type = "varchar(200)" })
    queries:alter_column("person", "score", { default = "7" })
  end,
}
