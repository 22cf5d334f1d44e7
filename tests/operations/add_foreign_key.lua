-- add_foreign_key.lua
-- dialects: postgresql mysql mariadb sqlite db2
return {
  forward = function(queries)
    queries:add_foreign_key("note", { name = "note_account", columns = { "account_id" }, references = "account", referenced_columns = { "id" }, on_delete = "set null" })
  end,
}
