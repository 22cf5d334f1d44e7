What changes after it was loaded: loaded again while it is not applied, refused once it is.
--- dialects sqlite postgresql mariadb

--- file helium.toml
environment = ["HARBOR_ADMIN", "HARBOR_SECRET"]
designs = ["harbor"]
--- file walk.sh
export HARBOR_ADMIN=chief HARBOR_SECRET=s3cret
--- run
. ./walk.sh; cp -r $COMPAT/harbor harbor; helium up --to 1024 2>/dev/null | tail -1; helium up --load-only
--- out
47 migrations in ...
load harbor 1025  Cranes  ...
1 migration in ...
--- run
sed -i 's/lifts_t/lifts_tons/' harbor/migrations/harbor_1025.lua; . ./walk.sh; helium status
--- out
...
    loaded   1   1025
...: warning: reload: harbor_1025 was changed after it was loaded; it is not applied yet
  hint: helium up loads it again
--- run
. ./walk.sh; helium up 2>/dev/null; sql "SELECT lifts_tons FROM cranes"; sql "SELECT COUNT(*) FROM queries WHERE query_ref = 1025"
--- out
load harbor 1025  Cranes  ...
up   harbor 1025  Cranes  ...
2 migrations in ...
3
--- run exit=65
sed -i 's/lifts_tons/lifts/' harbor/migrations/harbor_1025.lua; . ./walk.sh; helium up
--- out
...: design: changed: harbor_1025 was changed after it was applied at ...
...
--- run
. ./walk.sh; helium redo 2>/dev/null; sql "SELECT lifts FROM cranes"
--- out
down harbor 1025  Cranes  ...
load harbor 1025  Cranes  ...
up   harbor 1025  Cranes  ...
3 migrations in ...
--- run
. ./walk.sh; helium status --exit-code
--- out
...up to date
