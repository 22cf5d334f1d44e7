-- alter_sequence.lua
-- dialects: postgresql mariadb db2
return {
  forward = function(queries)
    queries:alter_sequence("counter", { increment = 3 })
  end,
}
