-- rename_column.lua
-- dialects: postgresql mysql mariadb sqlite
return {
  forward = function(queries)
    queries:rename_column("note", "account_id", "account")
  end,
}
