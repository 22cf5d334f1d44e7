-- detach_partition.lua
-- dialects: postgresql
return {
  forward = function(queries)
    queries:detach_partition("event", "event_first")
  end,
}
