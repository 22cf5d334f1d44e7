The sample design leads back to the exact start, schema and rows, from every migration, and what passed is not tried
again.
--- dialects sqlite postgresql mariadb mysql

--- run
export MINE="${DATABASE_URL%%:*}"
test $MINE = sqlite || export SHADOW_DATABASE_URL="$DATABASE_URL"
helium test --design "$SHOP" --dialect $MINE --cache cache | tail -n 1
helium test --design "$SHOP" --dialect $MINE --cache cache | grep -c "unchanged since it passed"
--- out
17 tried, 0 failed, in ... s
17
