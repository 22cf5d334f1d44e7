-- set_comment.lua
-- dialects: postgresql mysql mariadb db2
return {
  forward = function(queries)
    queries:set_comment("person", { comment = "who buys" })
    queries:set_comment("person", { column = "score", comment = "how much" })
  end,
}
