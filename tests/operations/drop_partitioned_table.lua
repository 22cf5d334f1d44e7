-- drop_partitioned_table.lua
-- dialects: postgresql
return {
  forward = function(queries)
    queries:drop_table("event")
    queries:create_table("event", { columns = { { name = "id", type = "integer" } }, partition_by = "RANGE (id)", keep = false })
    queries:create_table("event_first", { partition_of = "event", partition_bound = "FOR VALUES FROM (0) TO (9)", keep = false })
  end,
}
