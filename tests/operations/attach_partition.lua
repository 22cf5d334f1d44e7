-- attach_partition.lua
-- dialects: postgresql
return {
  forward = function(queries)
    queries:attach_partition("event", "event_second", { bound = "FOR VALUES FROM (1001) TO (2000)" })
  end,
}
