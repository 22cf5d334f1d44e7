-- rename_enum_value.lua
-- dialects: postgresql
return {
  forward = function(queries)
    queries:rename_enum_value("weather", "rain", "drizzle")
  end,
}
