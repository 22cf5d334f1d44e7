-- backfill.lua
-- dialects: postgresql mysql mariadb sqlite db2
return {
  forward = function(queries)
    queries:backfill("person", { set = { score = "0" } })
  end,
}
