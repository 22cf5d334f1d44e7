-- alter_column_comment.lua
-- dialects: postgresql mysql mariadb
return {
  forward = function(queries)
    queries:alter_column("person", "name", { comment = "as in the passport" })
  end,
}
