-- create_materialized_view.lua
-- dialects: postgresql
return {
  forward = function(queries)
    queries:create_materialized_view("counted", { select = "SELECT count(*) AS n FROM person" })
  end,
}
