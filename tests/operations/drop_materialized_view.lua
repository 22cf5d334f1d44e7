-- drop_materialized_view.lua
-- dialects: postgresql db2
return {
  forward = function(queries)
    queries:drop_materialized_view("totals")
  end,
}
