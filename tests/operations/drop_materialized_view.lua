-- drop_materialized_view.lua
-- dialects: postgresql
return {
  forward = function(queries)
    queries:drop_materialized_view("totals")
  end,
}
