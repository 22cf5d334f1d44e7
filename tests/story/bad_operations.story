What generate is given to arrive at is pointed at where it is wrong: --op, a line of --ops, the text of a schema.
--- dialects sqlite

--- file app/app_1.lua
return {}
--- file note.sql
CREATE TABLE note (id integer PRIMARY KEY);
--- file near.sql
CREATE TABLE note (id integer PRIMARY KEY);

ALTER TABLE note
  ADD COLUMN x integer; ALTER TABLE notte ADD COLUMN y integer;
--- file operations
-- one in a line

add_column note body text
  add_colum note title text
--- file later
add_column note body text
  drop_column note boddy
--- run exit=64
helium generate more --design app --dialect sqlite --from note.sql --op "add_column note body text" --op "drop_colum note id"
--- out
--op:2:1: usage: there is no operation drop_colum
  drop_colum note id
  ^
  hint: did you mean drop_column?
--- run exit=64
helium generate more --design app --dialect sqlite --from note.sql --op "add_column note"
--- out
--op:1:16: usage: add_column needs more names
  add_column note
                 ^
--- run exit=65
helium generate more --design app --dialect sqlite --from note.sql --ops operations
--- out
operations:4:3: design: there is no operation add_colum
    add_colum note title text
    ^
  hint: did you mean add_column?
--- run exit=65
helium generate more --design app --dialect sqlite --from note.sql --ops later
--- out
later:2:20: design: no such column: ...boddy...
    drop_column note boddy
                     ^
  hint: did you mean body?
--- run exit=65
helium generate more --design app --dialect postgresql --scratch none --from note.sql --ops later
--- out
later:2:20: design: ...boddy...
    drop_column note boddy
                     ^
  hint: did you mean body?
--- run exit=65
helium generate more --design app --dialect sqlite --from note.sql --to near.sql
--- out
near.sql:4:37: design: no such table: notte
    ADD COLUMN x integer; ALTER TABLE notte ADD COLUMN y integer;
                                      ^
  hint: did you mean note?
--- run exit=65
helium diff --dialect postgresql --scratch none --from note.sql --to near.sql
--- out
near.sql:4:37: design: there is no table notte
    ADD COLUMN x integer; ALTER TABLE notte ADD COLUMN y integer;
                                      ^
  hint: did you mean note?
--- run
ls app
--- out
app_1.lua
