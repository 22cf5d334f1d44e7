-- rename_column.lua
-- dialects: postgresql mysql mariadb sqlite db2
return {
  forward = function(queries)
    queries:rename_column("note", "account_id", "account")
  end,
}
