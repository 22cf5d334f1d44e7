-- create_materialized_view.lua
-- dialects: postgresql db2
return {
  forward = function(queries)
    queries:create_materialized_view("counted", { select = "SELECT count(*) AS n FROM person" })
  end,
}
