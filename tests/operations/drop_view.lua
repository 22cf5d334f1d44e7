-- drop_view.lua
-- dialects: postgresql mysql mariadb sqlite
return {
  forward = function(queries)
    queries:drop_view("rich")
  end,
}
