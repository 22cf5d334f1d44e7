-- add_index.lua
-- dialects: postgresql mysql mariadb sqlite db2
return {
  forward = function(queries)
    queries:add_index("person", { name = "person_score", columns = { "score", "id" } })
  end,
}
