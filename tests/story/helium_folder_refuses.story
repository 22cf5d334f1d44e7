A table with data is not dropped: the folder's DROP_CHECK is enforced on every dialect. What is applied is no opinion.
--- dialects sqlite postgresql mariadb mysql

--- file helium.toml
environment = ["HARBOR_ADMIN", "HARBOR_SECRET"]
--- file walk.sh
export HARBOR_ADMIN=chief HARBOR_SECRET=s3cret HELIUM_DESIGNS=$COMPAT/harbor
--- run
. ./walk.sh; helium up; sql "INSERT INTO cranes VALUES (7, 1, 2.5, NULL, NULL, 0, CURRENT_TIMESTAMP, 0, CURRENT_TIMESTAMP)"
--- out
...
49 migrations in ...
--- run exit=4
. ./walk.sh; helium down
--- out
... the table still holds rows: DROP_CHECK refuses to go on
...
state: harbor_1025 stands as before
next: helium down...
--- run
sql "SELECT crane_id FROM cranes"; sql "SELECT query_type_a28 FROM queries WHERE query_ref = 1025 AND query_type_a28 IN (1000, 1003)"; sql "DELETE FROM cranes"
--- out
7
1003
--- run
. ./walk.sh; helium down
--- out
down harbor 1025  Cranes  ...
1 migration in ...
--- run exit=64
. ./walk.sh; helium baseline 1025
--- out
usage: baseline is not for the Helium folder harbor: its queries table says what is applied, and is taken over as it is
  hint: helium status shows what is applied
