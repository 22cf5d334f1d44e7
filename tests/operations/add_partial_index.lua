-- add_partial_index.lua
-- dialects: postgresql sqlite
return {
  forward = function(queries)
    queries:add_index("person", { name = "person_scored", columns = { "score" }, where = "score IS NOT NULL" })
  end,
}
