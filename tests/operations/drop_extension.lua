-- drop_extension.lua
-- dialects: postgresql
return {
  forward = function(queries)
    queries:create_extension("citext")
    queries:drop_extension("citext")
    queries:create_extension("pg_trgm")
  end,
}
