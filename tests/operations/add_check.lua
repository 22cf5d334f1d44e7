-- add_check.lua
-- dialects: postgresql mysql mariadb sqlite db2
return {
  forward = function(queries)
    queries:add_check("person", { name = "person_has_name", expression = "name <> 'nobody'" })
  end,
}
