-- rename_table.lua
-- dialects: postgresql mysql mariadb sqlite db2
return {
  forward = function(queries)
    queries:rename_table("note", "remark")
  end,
}
