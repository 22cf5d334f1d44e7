-- add_column.lua
-- dialects: postgresql mysql mariadb sqlite db2
return {
  forward = function(queries)
    queries:add_column("person", { name = "nick", type = "varchar(40)", comment = "what friends say" })
    queries:add_column("person", { name = "visits", type = "integer", null = false, default = "0" })
  end,
}
