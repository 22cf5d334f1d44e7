-- create_enum.lua
-- dialects: postgresql
return {
  forward = function(queries)
    queries:create_enum("mood", { values = { "sad", "glad" } })
    queries:rename_enum_value("mood", "sad", "blue")
  end,
}
