--- dialects sqlite postgresql mariadb mysql
--- run
helium init shop --url "$DATABASE_URL"
--- file migrations/shop/shop_1001.lua
-- shop_1001.lua
-- One table
return {
  table = "item",
  forward = { { sql = "CREATE TABLE ${SCHEMA}${TABLE} (id INTEGER NOT NULL PRIMARY KEY)" } },
  reverse = { { sql = "DROP TABLE ${SCHEMA}${TABLE}" } },
}
--- run
rm migrations/shop/helium.sum
ls migrations/shop/shop_*.lua | grep -v shop_1001.lua | xargs rm -f
helium status --format json
--- out
..."design":"shop","applied":[],"pending":[1001]...
--- run exit=1
helium status --exit-code
--- run
helium up
--- out
...up   shop 1001  One table  ...
1 migration in ...
--- run
helium up
--- out
...nothing to do...
--- run
sql "SELECT count(*) FROM item"
--- out
0
--- run exit=65
helium up --to 4711
--- run
helium down --all
--- out
...down shop 1001  One table  ...
--- run
helium redo || helium up
helium history
--- out
...shop...1001...applied...
