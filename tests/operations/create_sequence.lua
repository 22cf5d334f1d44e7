-- create_sequence.lua
-- dialects: postgresql mariadb db2
return {
  forward = function(queries)
    queries:create_sequence("tickets", { start = 100, increment = 5 })
  end,
}
