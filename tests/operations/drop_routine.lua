-- drop_routine.lua
-- dialects: postgresql mysql mariadb db2
return {
  forward = function(queries)
    queries:drop_routine("thrice")
  end,
}
