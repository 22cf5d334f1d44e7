-- split_table.lua
-- dialects: postgresql mysql mariadb sqlite db2
return {
  forward = function(queries)
    queries:split_table("person", { into = "portrait", columns = { "photo" } })
  end,
}
