-- split_table_each.lua
-- dialects: postgresql sqlite db2
return {
  transaction = "each",
  forward = function(queries)
    queries:split_table("person", { into = "portrait", columns = { "photo" } })
  end,
}
