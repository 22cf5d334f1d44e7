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
    queries:create_table("shelf", {
      columns = {
        { name = "id", type = "integer", primary_key = true },
        { name = "kind", type = "varchar(20)" },
      },
    })
    queries:create_table("extra", {
      columns = {
        { name = "id", type = "integer", primary_key = true },
        { name = "hobby", type = "varchar(400)" },
        { name = "picture", type = "blob" },
      },
    })
    queries:create_trigger("shelf", "shelf_kept", {
      definition = {
        sqlite = "CREATE TRIGGER shelf_kept BEFORE DELETE ON shelf BEGIN SELECT 1; END",
        mysql = "CREATE TRIGGER shelf_kept BEFORE INSERT ON shelf FOR EACH ROW SET NEW.kind = lower(NEW.kind)",
        mariadb = "CREATE TRIGGER shelf_kept BEFORE INSERT ON shelf FOR EACH ROW SET NEW.kind = lower(NEW.kind)",
        postgresql = "CREATE TRIGGER shelf_kept BEFORE UPDATE ON shelf FOR EACH ROW EXECUTE FUNCTION suppress_redundant_updates_trigger()",
        db2 = "CREATE TRIGGER shelf_kept AFTER DELETE ON shelf REFERENCING OLD AS gone FOR EACH ROW DELETE FROM extra WHERE id = gone.id",
      },
    })
    if engine == "mysql" or engine == "mariadb" then
      queries:create_routine("thrice", { arguments = "n int", definition = "RETURNS int DETERMINISTIC RETURN n * 3" })
    end
    if engine == "mariadb" then
      queries:create_sequence("counter", { start = 7 })
    end
    if engine == "db2" then
      queries:create_sequence("counter", { start = 7 })
      queries:create_routine("thrice", { arguments = "n INTEGER", definition = "CREATE FUNCTION thrice(n INTEGER) RETURNS INTEGER RETURN n * 3" })
      queries:create_materialized_view("totals", { select = "SELECT count(*) AS n FROM account" })
      queries:grant("account", { privileges = { "select" }, to = "public" })
    end
    if engine == "postgresql" then
      queries:create_sequence("counter", { start = 7 })
      queries:create_routine("thrice", { arguments = "n integer", definition = "CREATE FUNCTION thrice(n integer) RETURNS integer LANGUAGE sql AS 'SELECT n * 3'" })
      queries:create_materialized_view("totals", { select = "SELECT count(*) AS n FROM account" })
      queries:create_enum("weather", { values = { "rain", "sun" } })
      queries:create_domain("post_code", { type = "varchar(10)" })
      queries:grant("account", { privileges = { "select" }, to = "public" })
      queries:create_table("event", {
        columns = { { name = "id", type = "integer", null = false }, { name = "what", type = "varchar(20)" } },
        partition_by = "RANGE (id)",
      })
      queries:create_table("event_first", { partition_of = "event", partition_bound = "FOR VALUES FROM (0) TO (1001)" })
      queries:create_table("event_second", {
        columns = { { name = "id", type = "integer", null = false }, { name = "what", type = "varchar(20)" } },
      })
    end
  end,
}
