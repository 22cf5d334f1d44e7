-- add_column_backfilled.lua
-- dialects: postgresql mysql mariadb sqlite db2
return {
  forward = function(queries)
    queries:add_column("person", { name = "label", type = "varchar(100)", null = false, backfill = "name" })
  end,
}
