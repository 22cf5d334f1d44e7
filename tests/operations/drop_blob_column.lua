-- drop_blob_column.lua
-- dialects: postgresql mysql mariadb sqlite db2
return {
  forward = function(queries)
    queries:drop_column("person", "photo")
  end,
}
