-- drop_schema.lua
-- dialects: postgresql mysql mariadb db2
return {
  forward = function(queries)
    queries:create_schema("helium_annex_gone")
    queries:drop_schema("helium_annex_gone")
    queries:create_schema("helium_annex_gone")
    queries:sql("CREATE TABLE helium_annex_gone.thing (id integer)", { reverse = "DROP TABLE helium_annex_gone.thing" })
    queries:create_view("annexed", { select = "SELECT id FROM helium_annex_gone.thing" })
  end,
}
