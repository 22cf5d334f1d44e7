-- rename_constraint.lua
-- dialects: postgresql mysql mariadb sqlite db2
return {
  forward = function(queries)
    queries:rename_constraint("person", "person_email_key", "one_email_each")
  end,
}
