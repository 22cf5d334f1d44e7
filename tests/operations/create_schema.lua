-- create_schema.lua
-- dialects: postgresql mysql mariadb db2
return {
  forward = function(queries)
    queries:create_schema("helium_annex")
    queries:sql("CREATE TABLE helium_annex.thing (id integer)", { reverse = "DROP TABLE helium_annex.thing" })
    queries:create_view("annexed", { select = "SELECT id FROM helium_annex.thing" })
  end,
}
