-- add_primary_key.lua
-- dialects: postgresql mysql mariadb sqlite
return {
  forward = function(queries)
    queries:add_primary_key("plain", { columns = { "code" } })
  end,
}
