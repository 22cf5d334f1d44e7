-- drop_trigger.lua
-- dialects: postgresql mysql mariadb sqlite db2
return {
  forward = function(queries)
    queries:drop_trigger("shelf", "shelf_kept")
  end,
}
