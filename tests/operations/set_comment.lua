-- set_comment.lua
-- dialects: postgresql mysql mariadb db2
return {
  forward = function(queries)
    if engine ~= "sqlite" then
      queries:set_comment("person", { comment = "who buys" })
    end
    queries:set_comment("person", { column = "score", comment = "how much" })
  end,
}
