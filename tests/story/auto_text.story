A wanted schema that is written as SQL text comes to rest, though a server says much of it in words of its own.
--- dialects postgresql

--- file app/app_1.lua
return { forward = function(queries) queries:create_table("note", { columns = { { name = "id", type = "integer", primary_key = true } } }) end }
--- file wanted.sql
CREATE TABLE note (
  id integer PRIMARY KEY,
  n integer DEFAULT 1 + 1,
  mood varchar(10) CHECK (mood IN ('sad', 'happy')),
  made timestamp DEFAULT now()
);
CREATE INDEX note_mood ON note (mood) WHERE n > 1 AND mood <> '';
CREATE SEQUENCE counter MINVALUE 5;
--- run
helium auto --design app --to wanted.sql --scratch "$DATABASE_URL" | grep -c '^up   app 2'
helium auto --design app --to wanted.sql --scratch "$DATABASE_URL"
helium auto --design app --to wanted.sql --scratch none
echo "ALTER TABLE note ADD COLUMN more text; -- one more" >> wanted.sql
helium auto --design app --to wanted.sql --scratch "$DATABASE_URL" --dry-run
--- out
1
nothing to do
nothing to do
add_column  note.more
would write app/app_3.lua, proved on PostgreSQL ...
-- app 3 forward, transaction whole: ...
ALTER TABLE "note" ADD COLUMN "more" text;
-- plan ...
--- run exit=65
helium auto --design app --to wanted.sql --scratch none --dry-run
--- out
add_column  note.more
unsupported: the migration is not proved: ...
  hint: --unproved writes it nevertheless
