-- drop_column_each.lua
-- dialects: postgresql sqlite db2
return {
  transaction = "each",
  forward = function(queries)
    queries:drop_column("person", "score")
  end,
}
