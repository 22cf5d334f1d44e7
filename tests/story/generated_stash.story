What a folder's sections call their list says nothing of how it is written: a drop is generated as an operation, which
keeps the data. A proof is told of the file that was proved, not of the next one.
--- dialects sqlite
--- file app/app_1.lua
-- app_1.lua
-- Users
return {
  forward = function(q)
    q:create_table("users", { columns = { { name = "id", type = "integer", primary_key = true }, { name = "fax", type = "text" } } })
  end,
}
--- file smaller.sql
CREATE TABLE users (id INTEGER PRIMARY KEY);
--- run
helium up --design app >/dev/null
sql "INSERT INTO users VALUES (1, 'f')"
helium auto --to smaller.sql --design app --allow-destructive >/dev/null 2>&1
helium down --design app >/dev/null
sql "SELECT * FROM users"
--- out
1|f
--- file plain/0001_users.sql
-- UP
CREATE TABLE users (id INTEGER PRIMARY KEY);
-- DOWN
DROP TABLE users;
--- file second.sql
CREATE TABLE users (id INTEGER PRIMARY KEY, mail TEXT);
--- file third.sql
CREATE TABLE users (id INTEGER PRIMARY KEY, mail TEXT, name TEXT);
--- run
helium generate mail --from smaller.sql --to second.sql --design plain >/dev/null 2>&1
helium generate name --from second.sql --to third.sql --design plain >/dev/null 2>&1
helium generate more --from smaller.sql --to third.sql --design plain --unproved >/dev/null 2>&1
grep -h roved plain/0002* plain/0003* plain/0004*
--- out
-- Proved ...
-- Proved ...
-- Not proved...
