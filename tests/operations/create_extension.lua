-- create_extension.lua
-- dialects: postgresql
return {
  forward = function(queries)
    queries:create_extension("citext")
  end,
}
