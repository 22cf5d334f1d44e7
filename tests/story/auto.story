An application brings its schema up to date whenever it starts: two copies of it start at once.
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
    })
  end,
}
--- file wanted.lua
return {
  tables = {
    {
      name = "note",
      columns = {
        { name = "id", type = "integer", null = false },
        { name = "body", type = "varchar(100)" },
        { name = "title", type = "varchar(40)", null = false, default = "'none'" },
      },
      primary_key = { "id" },
      indexes = { { name = "note_title", columns = { "title" } } },
    },
  },
}
--- file less.lua
return {
  tables = {
    {
      name = "note",
      columns = {
        { name = "id", type = "integer", null = false },
        { name = "title", type = "varchar(40)", null = false, default = "'none'" },
      },
      primary_key = { "id" },
      indexes = { { name = "note_title", columns = { "title" } } },
    },
  },
}
--- run
helium up --design app
sql "INSERT INTO note (id, body) VALUES (1, 'kept')"
helium auto --design app --to wanted.lua --dry-run
ls app
--- out
up   app 1 ...
1 migration in ...
add_column  note.title
add_index   note.note_title
ALTER TABLE "note" ADD COLUMN "title" varchar(40) ...;
CREATE INDEX "note_title" ON "note" ("title");
app_1.lua
--- start first
helium auto --design app --to wanted.lua > first.txt 2>&1
--- start second
helium auto --design app --to wanted.lua > second.txt 2>&1
--- wait first
--- wait second
--- run
cat first.txt second.txt | grep -c "^up   app 2"
cat first.txt second.txt | grep -c "nothing to do"
sql "SELECT body, title FROM note"
helium auto --design app --to wanted.lua
ls app | grep -c lua
--- out
1
1
...kept...none...
nothing to do
2
--- run exit=4
helium auto --design app --to less.lua
--- out
refused: this would take data away: drop_column note.body
  drop_column note.body
  hint: --allow-destructive, --rename for what has another name, or --backfill table.column=EXPRESSION for what becomes NOT NULL
--- run @sqlite
helium auto --design app --to less.lua --allow-destructive
helium down --design app
sql "SELECT body FROM note"
--- out @sqlite
review: the data of note.body go with it
takes data away: drop_column note.body
drop_column  note.body
app/app_3.lua, proved ...
up   app 3 ...
1 migration in ...
down app 3 ...
1 migration in ...
...kept...
--- run @postgresql
helium auto --design app --to less.lua --allow-destructive --unproved
helium down --design app
sql "SELECT body FROM note"
--- out @postgresql
review: the data of note.body go with it
takes data away: drop_column note.body
drop_column  note.body
app/app_3.lua, not proved
up   app 3 ...
1 migration in ...
down app 3 ...
1 migration in ...
...kept...
