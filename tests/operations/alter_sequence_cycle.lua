-- alter_sequence_cycle.lua
-- dialects: postgresql mariadb db2
return {
  forward = function(queries)
    queries:alter_sequence("counter", { cycle = true })
    queries:alter_sequence("counter", { increment = 2 })
    queries:alter_sequence("counter", { cycle = false })
  end,
}
