-- create_trigger.lua
-- dialects: sqlite
return {
  forward = function(queries)
    queries:create_trigger("note", "note_kept", { definition = { sqlite = "CREATE TRIGGER note_kept BEFORE DELETE ON note BEGIN SELECT 1; END" } })
  end,
}
