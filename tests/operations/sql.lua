-- sql.lua
-- dialects: postgresql mysql mariadb sqlite db2
return {
  forward = function(queries)
    queries:sql("CREATE TABLE thing (id integer)", { reverse = "DROP TABLE thing" })
  end,
}
