A name that only changes its letters is asked for: as a drop and an add it would take the rows along.
--- dialects sqlite
--- file table.sql
CREATE TABLE T (id INTEGER PRIMARY KEY, a INTEGER, b INTEGER);
--- file column.sql
CREATE TABLE t (id INTEGER PRIMARY KEY, A BIGINT);
--- run exit=64
sql "CREATE TABLE t (id INTEGER PRIMARY KEY, a INTEGER)"
helium diff --from "$DATABASE_URL" --to table.sql --format sql
--- out
usage: is T the new name of t, or a new one beside a dropped one?
  hint: --rename t=T, or --rename t= for a drop and an add
--- run exit=64
helium diff --from "$DATABASE_URL" --to column.sql --format sql
--- out
usage: is A the new name of t.a, or a new one beside a dropped one?
  hint: --rename t.a=A, or --rename t.a= for a drop and an add
--- run
helium diff --from "$DATABASE_URL" --to column.sql --format sql --rename t.a= | grep -c 'DROP COLUMN\|rebuilt'
--- out
...
