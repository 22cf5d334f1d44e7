-- add_unique_index.lua
-- dialects: postgresql mysql mariadb sqlite
return {
  forward = function(queries)
    queries:add_index("person", { name = "person_id_name", columns = { "id", "name" }, unique = true })
  end,
}
