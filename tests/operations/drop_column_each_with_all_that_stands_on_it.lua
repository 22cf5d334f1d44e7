-- drop_column_each_with_all_that_stands_on_it.lua
-- dialects: postgresql sqlite
return {
  transaction = "each",
  forward = function(queries)
    queries:drop_column("person", "email")
    queries:drop_column("person", "account_id")
  end,
}
