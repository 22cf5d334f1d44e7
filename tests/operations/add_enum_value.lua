-- add_enum_value.lua
-- dialects: postgresql
-- The value stays: the server takes none away.
return {
  forward = function(queries)
    queries:add_enum_value("weather", "fog", { before = "sun" })
  end,
}
