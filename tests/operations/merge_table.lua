-- merge_table.lua
-- dialects: postgresql mysql mariadb sqlite db2
return {
  forward = function(queries)
    queries:merge_table("extra", { into = "person" })
  end,
}
