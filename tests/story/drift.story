Somebody changes the schema by hand: drift names what no migration made, and goes away with the change.
--- dialects sqlite postgresql

--- file app/app_1.lua
return {
  forward = function(queries)
    queries:create_table("note", {
      columns = {
        { name = "id", type = "integer", null = false },
        { name = "body", type = "varchar(100)" },
      },
      primary_key = { "id" },
      indexes = { { name = "note_body", columns = { "body" } } },
    })
  end,
}
--- file app/app_2.lua
return {
  forward = function(queries)
    queries:add_column("note", { name = "later", type = "integer" })
  end,
}
--- run
helium up --to 1 --design app
helium drift --design app
--- out
up   app 1 ...
1 migration in ...
the schema is what its migrations make
--- run exit=3
sql "ALTER TABLE note ADD COLUMN extra integer"
sql "CREATE TABLE other (id integer)"
helium drift --design app
--- out
error: extra: table other is there, and no migration made it...
  hint: write a migration for it (helium generate), or take it back
error: extra: column note.extra is there, and no migration made it...
  hint: write a migration for it (helium generate), or take it back
--- run exit=3
helium drift --design app --format json > drift.json || { tr '{' '\n' < drift.json | grep -c '"rule":"extra"'; exit 3; }
--- out
2
--- run
sql "ALTER TABLE note DROP COLUMN extra"
sql "DROP TABLE other"
helium drift --design app
--- out
the schema is what its migrations make
--- file rooms/rooms_1.lua @postgresql
return { forward = {
  { sql = "CREATE TABLE room (id integer, CONSTRAINT once EXCLUDE USING btree (id WITH =))" },
  { sql = "CREATE TABLE mine (who text)" },
  { sql = "ALTER TABLE mine ENABLE ROW LEVEL SECURITY" },
  { sql = "CREATE POLICY own ON mine USING (who = current_user)" },
}, reverse = { { sql = "DROP TABLE room" }, { sql = "DROP TABLE mine" } } }
--- run @postgresql
helium down --all --design app
helium up --design rooms
helium drift --design rooms
--- out @postgresql
...up   rooms 1 ...
1 migration in ...
info: not_compared: policy own on mine is there, and whether it was changed is not seen
--- run exit=3 @postgresql
sql "ALTER TABLE room DROP CONSTRAINT once"
helium drift --design rooms
--- out @postgresql
info: not_compared: policy own on mine is there, and whether it was changed is not seen
error: altered: the exclusion constraints of room differ
