-- delete.lua
-- dialects: postgresql mysql mariadb sqlite db2
return {
  forward = function(queries)
    queries:delete("note", { where = "id > 500" })
  end,
}
