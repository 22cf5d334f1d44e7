-- create_table.lua
-- dialects: postgresql mysql mariadb sqlite db2
return {
  forward = function(queries)
    queries:create_table("visit", {
      columns = {
        { name = "id", type = "bigint", identity = true, primary_key = true },
        { name = "person_id", type = "integer", references = "person(id)", on_delete = "cascade" },
        { name = "place", type = "varchar(80)", null = false, default = "''" },
        { name = "price", type = "decimal(10,2)", check = "price >= 0" },
        { name = "ticket", type = "varchar(20)", unique = true },
      },
      indexes = { { name = "visit_place", columns = { "place", { column = "id", descending = true } } } },
      comment = "who was where",
    })
    queries:insert("visit", { { id = 7, place = "Zürich", price = { sql = "1.50" } } })
  end,
}
