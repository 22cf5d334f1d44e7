-- drop_enum.lua
-- dialects: postgresql
return {
  forward = function(queries)
    queries:drop_enum("weather")
  end,
}
