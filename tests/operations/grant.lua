-- grant.lua
-- dialects: postgresql
return {
  forward = function(queries)
    queries:grant("person", { privileges = { "select", "insert" }, to = "public" })
  end,
}
