-- base.lua
-- dialects: all; what every other file here stands on
return {
  forward = function(queries)
    queries:create_table("account", {
      columns = {
        { name = "id", type = "integer", primary_key = true },
        { name = "title", type = "varchar(100)" },
      },
    })
    queries:create_table("person", {
      columns = {
        { name = "id", type = "integer", primary_key = true },
        { name = "name", type = "varchar(100)", null = false },
        { name = "email", type = "varchar(255)", unique = true },
        { name = "score", type = "decimal(10,2)" },
        { name = "photo", type = "blob" },
        { name = "account_id", type = "integer", references = "account(id)" },
        { name = "note", type = "varchar(400)" },
      },
      indexes = {
        { name = "person_name", columns = { "name" } },
        { name = "person_email_score", columns = { "email", "score" } },
      },
    })
    queries:create_table("note", {
      columns = {
        { name = "id", type = "integer", primary_key = true },
        { name = "account_id", type = "integer" },
        { name = "text", type = "varchar(400)" },
      },
      indexes = { { name = "note_account_id", columns = { "account_id" } } },
    })
    queries:create_table("plain", {
      columns = {
        { name = "code", type = "integer", null = false },
        { name = "word", type = "varchar(20)" },
      },
    })
    queries:create_view("rich", { select = "SELECT id, name FROM person WHERE id > 900" })
  end,
}
