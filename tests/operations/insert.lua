-- insert.lua
-- dialects: postgresql mysql mariadb sqlite db2
return {
  forward = function(queries)
    queries:insert("account", { { id = 5000, title = "it's new" }, { id = 5001, title = "日本" } })
  end,
}
