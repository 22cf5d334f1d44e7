-- drop_view.lua
-- dialects: postgresql mysql mariadb sqlite db2
return {
  forward = function(queries)
    queries:drop_view("rich")
  end,
}
