-- add_unique.lua
-- dialects: postgresql mysql mariadb sqlite db2
return {
  forward = function(queries)
    queries:add_unique("person", { name = "person_name_id", columns = { "name", "id" } })
  end,
}
