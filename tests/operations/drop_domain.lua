-- drop_domain.lua
-- dialects: postgresql
return {
  forward = function(queries)
    queries:drop_domain("post_code")
  end,
}
