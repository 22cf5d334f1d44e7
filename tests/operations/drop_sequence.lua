-- drop_sequence.lua
-- dialects: postgresql mariadb db2
return {
  forward = function(queries)
    queries:drop_sequence("counter")
  end,
}
