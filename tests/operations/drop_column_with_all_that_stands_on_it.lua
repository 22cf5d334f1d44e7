-- drop_column_with_all_that_stands_on_it.lua
-- dialects: postgresql mysql mariadb sqlite
return {
  forward = function(queries)
    queries:drop_column("person", "email")
    queries:drop_column("person", "account_id")
  end,
}
