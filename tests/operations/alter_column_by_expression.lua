-- alter_column_by_expression.lua
-- dialects: postgresql sqlite
return {
  forward = function(queries)
    queries:alter_column("note", "text", { type = "varchar(500)", using = "substr(text, 1, 500)" })
  end,
}
