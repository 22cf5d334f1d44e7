-- alter_column_cut.lua
-- dialects: postgresql
return {
  forward = function(queries)
    queries:alter_column("note", "text", { type = "varchar(3)" })
  end,
}
