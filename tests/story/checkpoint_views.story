A checkpoint gives materialized views the rows that the migrations give them: those of before, none, or none at all.
Where no statement can give them it is not written.
--- dialects postgresql
--- file app/app_1.lua
-- app_1.lua
-- Sales, and a view that nobody fills again
return {
  forward = {
    { sql = [=[ CREATE TABLE sale (id integer PRIMARY KEY, held integer) ]=] },
    { sql = [=[ CREATE MATERIALIZED VIEW empty_since AS SELECT id, held FROM sale ]=] },
    { sql = [=[ CREATE MATERIALIZED VIEW refreshed AS SELECT id, held FROM sale ]=] },
  },
}
--- file app/app_2.lua
-- app_2.lua
-- Two of them
return {
  forward = {
    { sql = [=[ INSERT INTO sale VALUES (1, 10), (2, NULL) ]=] },
    { sql = [=[ REFRESH MATERIALIZED VIEW refreshed ]=] },
    { sql = [=[ CREATE MATERIALIZED VIEW never AS SELECT id FROM sale WITH NO DATA ]=] },
  },
}
--- run
export SHADOW_DATABASE_URL="$DATABASE_URL"
helium checkpoint --design app --dialect postgresql
helium up --design app >/dev/null
helium history --design app | grep -c 'by checkpoint 2'
sql "SELECT count(*) FROM empty_since"
sql "SELECT id, held FROM refreshed ORDER BY id"
sql "SELECT relispopulated FROM pg_class WHERE oid = 'never'::regclass"
--- out
...: equal to the replay on ...
...app/checkpoints/app_2.lua
2
0
1|10
2|
f
--- file app/app_3.lua
-- app_3.lua
-- A third, which the view does not show yet
return { forward = { { sql = [=[ INSERT INTO sale VALUES (3, 30) ]=] } } }
--- run exit=65
export SHADOW_DATABASE_URL="$DATABASE_URL"
helium checkpoint --design app --dialect postgresql
--- out
...no checkpoint for postgresql: the rows of refreshed would be another one
...
--- run
ls app/checkpoints
--- out
app_2.lua
