What SQLite is to do when a key or a NOT NULL is broken (ON CONFLICT) stays with its constraint through inspect, diff
and every rebuild; a rebuild itself passes over no row.
--- dialects sqlite
--- file app/app_1.lua
return {
  forward = {
    { sql = [=[ CREATE TABLE a (id integer PRIMARY KEY, n integer NOT NULL ON CONFLICT IGNORE, m integer, UNIQUE (n) ON CONFLICT REPLACE) ]=] },
    { sql = [=[ INSERT INTO a VALUES (1, 1, 5), (2, 2, 5) ]=] },
  },
  reverse = { { sql = [=[ DROP TABLE a ]=] } },
}
--- file app/app_2.lua
return {
  forward = function(queries)
    queries:add_check("a", { name = "a_m", expression = "m > 0" })
  end,
}
--- run
helium up --design app >/dev/null
helium inspect --format sql
sql "INSERT INTO a VALUES (3, NULL, 6), (4, 1, 7)"
sql "SELECT id, n, m FROM a ORDER BY id"
helium drift --design app
--- out
CREATE TABLE "a" (
  "id" integer,
  "n" integer NOT NULL ON CONFLICT IGNORE,
  "m" integer,
  PRIMARY KEY ("id"),
  UNIQUE ("n") ON CONFLICT REPLACE,
  CONSTRAINT "a_m" CHECK (m > 0)
);
2|2|5
4|1|7
the schema is what its migrations make
--- run
helium inspect --format sql >now.sql
sql "INSERT INTO a VALUES (5, 5, 5)"
sed 's/UNIQUE ("n") ON CONFLICT REPLACE/UNIQUE ("n"), UNIQUE ("m") ON CONFLICT IGNORE/' now.sql >wanted.sql
helium diff --from "$DATABASE_URL" --to wanted.sql --format sql >change.sql
sqlite3 -bail story.db 'BEGIN' '.read change.sql' 2>&1 | grep -c 'UNIQUE constraint failed'
sql "SELECT count(*) FROM a"
sql "DELETE FROM a WHERE id = 5"
sqlite3 -bail story.db '.read change.sql'
helium inspect --format sql | diff - wanted.sql | grep UNIQUE
--- out
1
3
<   UNIQUE ("n"),
<   UNIQUE ("m") ON CONFLICT IGNORE,
>   UNIQUE ("n"), UNIQUE ("m") ON CONFLICT IGNORE,
