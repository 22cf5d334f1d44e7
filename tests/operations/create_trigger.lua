-- create_trigger.lua
-- dialects: postgresql mysql mariadb sqlite db2
return {
  forward = function(queries)
    queries:create_trigger("note", "note_kept", {
      definition = {
        sqlite = "CREATE TRIGGER note_kept BEFORE DELETE ON note BEGIN SELECT 1; END",
        mysql = "CREATE TRIGGER note_kept BEFORE INSERT ON note FOR EACH ROW SET NEW.text = trim(NEW.text)",
        mariadb = "CREATE TRIGGER note_kept BEFORE INSERT ON note FOR EACH ROW SET NEW.text = trim(NEW.text)",
        postgresql = "CREATE TRIGGER note_kept BEFORE UPDATE ON note FOR EACH ROW EXECUTE FUNCTION suppress_redundant_updates_trigger()",
        db2 = "CREATE TRIGGER note_kept AFTER DELETE ON note REFERENCING OLD AS gone FOR EACH ROW DELETE FROM extra WHERE id = gone.id",
      },
    })
  end,
}
