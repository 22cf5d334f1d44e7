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
helium validate --design app --dialect sqlite --write >/dev/null
helium auto --design app --to wanted.lua --dry-run
ls app
--- out
up   app 1 ...
1 migration in ...
add_column  note.title
add_index   note.note_title
would write app/app_2.lua, proved ...
-- app 2 forward, transaction whole: ...
ALTER TABLE "note" ADD COLUMN "title" varchar(40) ...;
CREATE INDEX "note_title" ON "note" ("title");
-- plan ...
app_1.lua
helium.sum
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
helium auto --design app --to less.lua --dry-run
--- out
takes data away: drop_column note.body
drop_column  note.body
refused: this would take data away: drop_column note.body
...
--- run exit=4
helium auto --design app --to less.lua --dry-run --format json 2>/dev/null
--- out
...{"version":1,"error":{"fault":"refused","message":"this would take data away: drop_column note.body",...
--- run @sqlite
helium auto --design app --to less.lua --dry-run --allow-destructive --format json 2>/dev/null
--- out @sqlite
..."statements":["CREATE TABLE \"helium_stash_...
--- run exit=4
helium auto --design app --to less.lua
--- out
refused: this would take data away: drop_column note.body
  drop_column note.body
  hint: --allow-destructive, --rename for what has another name, or --backfill table.column=EXPRESSION for what becomes NOT NULL
--- run
cp app/app_1.lua pending_1.lua
sed 's/"note"/"later"/' pending_1.lua > app/app_9.lua
helium auto --design app --to less.lua --dry-run
rm app/app_9.lua
--- out
note: this is pending and runs first; what is still needed then is found behind it
-- app 9 forward, transaction whole: ...
CREATE TABLE "later" ...
-- plan ...
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
