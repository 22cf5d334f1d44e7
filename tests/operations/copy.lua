-- copy.lua
-- dialects: postgresql mysql mariadb sqlite db2
return {
  forward = function(queries)
    queries:copy("account", { columns = { "id", "title" }, select = "SELECT id + 10000, text FROM note WHERE id <= 20" })
  end,
}
