-- add_primary_key.lua
-- dialects: postgresql mysql mariadb sqlite db2
return {
  forward = function(queries)
    queries:add_primary_key("plain", { columns = { "code" } })
  end,
}
