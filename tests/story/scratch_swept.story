Throw-away servers and schemas are gone in the end, also when their owner was killed: the next run removes what
nobody holds any more, and nothing that somebody does.
--- dialects postgresql mariadb

--- file slow/slow_1.lua @postgresql
return { forward = { { sql = [=[ SELECT pg_sleep(60) ]=] } }, irreversible = "a test" }
--- file slow/slow_1.lua @mariadb
return { forward = { { sql = [=[ DO SLEEP(60) ]=] } }, irreversible = "a test" }
--- file pause/pause_1.lua @postgresql
return { forward = { { sql = [=[ SELECT pg_sleep(5) ]=] } }, irreversible = "a test" }
--- file pause/pause_1.lua @mariadb
return { forward = { { sql = [=[ DO SLEEP(5) ]=] } }, irreversible = "a test" }
--- file quick/quick_1.lua
return {
  forward = { { sql = [=[ CREATE TABLE a (b integer NOT NULL) ]=] } },
  reverse = { { sql = [=[ DROP TABLE a ]=] } },
}
--- file env
chmod 711 . && mkdir -p -m 777 tmp
export TMPDIR="$PWD/tmp" XDG_CACHE_HOME="$PWD/cache" MINE="${DATABASE_URL%%:*}"
--- run
# From here on a server starts with a copy of the data folder that this one prepares.
. ./env
helium test --design quick --dialect $MINE
--- out
passed  ... quick 1
1 tried, 0 failed, in ... s
--- start killed
. ./env
helium test --design slow --dialect $MINE
--- start alive
. ./env
helium test --design slow --dialect $MINE
--- until
test "$(cat tmp/helium_scratch_*/process 2>/dev/null | wc -w)" = 2
--- until
. ./env
test "$(for p in $(cat tmp/helium_scratch_*/process); do test -d /proc/$p && echo 1; done | wc -l)" = 2 && sleep 3
--- kill killed
--- run
. ./env
helium test --design quick --dialect $MINE --all
ls -d tmp/*_*[0-9a-f] | wc -l
--- out
passed  ... quick 1
1 tried, 0 failed, in ... s
1
--- kill alive
--- run
. ./env
helium test --design quick --dialect $MINE --all
ls tmp | wc -l
for try in 1 2 3 4 5 6 7 8 9 10; do
  ps -eo args | grep "[h]elium_scratch_" | grep -F "$PWD" >/dev/null || break
  sleep 0.3
done
ps -eo args | grep "[h]elium_scratch_" | grep -cF "$PWD" || true
--- out
passed  ... quick 1
1 tried, 0 failed, in ... s
0
0
--- start killed
. ./env
helium test --design pause --dialect $MINE --scratch "$DATABASE_URL"
--- until
sql "SELECT 'it is', schema_name FROM information_schema.schemata" | grep -q helium_scratch_
--- kill killed
--- until
# A server finishes the statement of a killed client first.
. ./env
helium test --design quick --dialect $MINE --scratch "$DATABASE_URL" --all >/dev/null
! sql "SELECT schema_name FROM information_schema.schemata" | grep -q helium_scratch_
