-- replace_view.lua
-- dialects: postgresql mysql mariadb sqlite db2
return {
  forward = function(queries)
    queries:replace_view("rich", { select = "SELECT id, name, email FROM person WHERE score > 100" })
  end,
}
