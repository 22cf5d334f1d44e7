-- update.lua
-- dialects: postgresql mysql mariadb sqlite db2
return {
  forward = function(queries)
    queries:update("person", { set = { note = "'changed'", score = "score + 1" }, where = "score IS NOT NULL" })
  end,
}
