-- drop_constraint.lua
-- dialects: postgresql mysql mariadb sqlite db2
return {
  forward = function(queries)
    queries:drop_constraint("person", "person_account_id_fkey")
    queries:drop_constraint("person", "person_email_key")
  end,
}
