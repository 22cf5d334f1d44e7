-- add_expression_index.lua
-- dialects: postgresql sqlite
return {
  forward = function(queries)
    queries:add_index("person", { name = "person_lower", columns = { { expression = "lower(name)" } } })
  end,
}
