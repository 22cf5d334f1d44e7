-- create_domain.lua
-- dialects: postgresql
return {
  forward = function(queries)
    queries:create_domain("mail", { type = "text", checks = { { name = "mail_has_at", expression = "VALUE LIKE '%@%'" } } })
  end,
}
