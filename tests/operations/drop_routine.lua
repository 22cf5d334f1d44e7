-- drop_routine.lua
-- dialects: postgresql mysql mariadb
return {
  forward = function(queries)
    queries:drop_routine("thrice")
  end,
}
