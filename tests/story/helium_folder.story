A Helium folder and its pack run as they are: loaded, applied, taken back whole, applied again.
--- dialects sqlite postgresql mariadb mysql

--- file helium.toml
environment = ["HARBOR_ADMIN", "HARBOR_SECRET"]
--- file walk.sh
export HARBOR_ADMIN=chief HARBOR_SECRET=s3cret HELIUM_DESIGNS=$COMPAT/harbor,$COMPAT/pilot
--- run
. ./walk.sh; helium up --load-only
--- out
...load harbor 1000  The queries table and what it needs  ...
...load pilot 2008  Boats have engines  ...
33 migrations in ...
--- run
. ./walk.sh; helium status
--- out
...
harbor
    applied  1   1000
    pending  24  1001 ... 1025
    loaded   24  1001 ... 1025
pilot
    applied  0
    pending  8  2000 2001 2002 2003 2004 2005 2007 2008
    loaded   8  2000 2001 2002 2003 2004 2005 2007 2008
--- run
. ./walk.sh; helium up
--- out
...up   harbor 1001  Berths: where a ship can lie  ...
...up   pilot 2008  Boats have engines  ...
32 migrations in ...
--- run
. ./walk.sh; helium up; helium status
--- out
nothing to do
...
harbor
    applied  25  1000 ... 1025
    pending  0
pilot
    applied  8  2000 2001 2002 2003 2004 2005 2007 2008
    pending  0
up to date
--- run
sql "SELECT COUNT(*) FROM queries"; sql "SELECT COUNT(*) FROM ships_at_berths"; sql "SELECT name FROM berths ORDER BY name"; sql "SELECT login FROM masters"
--- out
85
0
N1
N2
S1
chief
--- run
. ./walk.sh; helium redo --steps 2
--- out
down pilot 2008  Boats have engines  ...
down pilot 2007  Weather seen from a boat  ...
up   pilot 2007  Weather seen from a boat  ...
up   pilot 2008  Boats have engines  ...
2 migrations down and up again in ...
--- run
. ./walk.sh; helium goto 1012
--- out
down pilot 2008  ...
down harbor 1013  A notice with percent signs, backslashes and script  ...
20 migrations in ...
--- run
. ./walk.sh; helium down --all
--- out
down harbor 1012  Notices: what is nailed to the door  ...
down harbor 1000  The queries table and what it needs  ...
13 migrations in ...
--- run @sqlite
sql "SELECT COUNT(*) FROM sqlite_schema WHERE name NOT LIKE 'helium%' AND name NOT LIKE 'sqlite%'"
--- out @sqlite
0
--- run @postgresql
sql "SELECT (SELECT COUNT(*) FROM pg_class WHERE relnamespace = '$HELIUM_SCHEMA'::regnamespace AND relname NOT LIKE 'helium%') + (SELECT COUNT(*) FROM pg_proc WHERE pronamespace = '$HELIUM_SCHEMA'::regnamespace)"
--- out @postgresql
0
--- run @mariadb @mysql
sql "SELECT (SELECT COUNT(*) FROM information_schema.tables WHERE table_schema = DATABASE() AND table_name NOT LIKE 'helium%') + (SELECT COUNT(*) FROM information_schema.routines WHERE routine_schema = DATABASE())"
--- out @mariadb @mysql
0
--- run
. ./walk.sh; helium up
--- out
...load harbor 1000  The queries table and what it needs  ...
...up   pilot 2008  Boats have engines  ...
65 migrations in ...
--- run
. ./walk.sh; helium status --exit-code
--- out
...up to date
