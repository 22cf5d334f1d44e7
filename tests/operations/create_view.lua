-- create_view.lua
-- dialects: postgresql mysql mariadb sqlite db2
return {
  forward = function(queries)
    queries:create_view("names", { select = "SELECT id, name FROM person" })
  end,
}
