-- drop_partition.lua
-- dialects: postgresql
return {
  forward = function(queries)
    queries:drop_table("event_first")
  end,
}
