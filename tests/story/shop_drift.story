The sample design drifts nowhere from what its migrations make, on any server; one change by hand is the one thing
that is told.
--- dialects sqlite postgresql mariadb mysql

--- run
test $DIALECT = sqlite || export SHADOW_DATABASE_URL="$DATABASE_URL"
helium up --design "$SHOP" >/dev/null 2>&1
helium drift --design "$SHOP"
--- out
the schema is what its migrations make
--- run exit=3
test $DIALECT = sqlite || export SHADOW_DATABASE_URL="$DATABASE_URL"
sql "ALTER TABLE products ADD COLUMN by_hand integer"
helium drift --design "$SHOP" >told || { code=$?; grep -c "^error" told; grep by_hand told; exit $code; }
--- out
1
error: extra: column products.by_hand is there, and no migration made it...
