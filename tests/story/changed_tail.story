What was written since a column got another type stays when the type goes back, also where only what stands behind a NUL
is new, or only the letters' case under a collation that does not tell them apart.
--- dialects sqlite
--- file app/app_1.lua
return {
  forward = {
    { sql = [=[ CREATE TABLE note (id integer PRIMARY KEY, body text COLLATE NOCASE) ]=] },
  },
  reverse = { { sql = [=[ DROP TABLE note ]=] } },
}
--- file app/app_2.lua
return {
  forward = function(queries)
    queries:alter_column("note", "body", { type = "varchar(60)" })
  end,
}
--- run
helium up --design app --to 1 >/dev/null
sql "INSERT INTO note VALUES (1, 'as it was'), (2, 'tail' || char(0) || 'old'), (3, 'name'), (4, NULL)"
helium up --design app >/dev/null
sql "UPDATE note SET body = 'tail' || char(0) || 'new' WHERE id = 2"
sql "UPDATE note SET body = 'NAME' WHERE id = 3"
sql "UPDATE note SET body = 'now' WHERE id = 4"
helium down --design app | grep note:
sql "SELECT id, hex(body) FROM note ORDER BY id"
--- out
app/app_2.lua:3: note: 3 rows of note were changed since body got another type: theirs is what stays
1|617320697420776173
2|7461696C006E6577
3|4E414D45
4|6E6F77
