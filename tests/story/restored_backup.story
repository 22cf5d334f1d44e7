A backup was made in the middle of a run and is restored later: nothing of that run blocks, and up goes on from where
the backup was made.
--- dialects sqlite postgresql mariadb mysql
--- file shop/shop_1000.lua
-- shop_1000.lua
-- One table
return {
  forward = { { sql = "CREATE TABLE item (id INTEGER NOT NULL)" } },
  reverse = { { sql = "DROP TABLE item" } },
}
--- file shop/shop_1001.lua
-- shop_1001.lua
-- Rows, slowly
local slow = {
  postgresql = "SELECT pg_sleep(3)",
  mysql = "SELECT sleep(3)",
  mariadb = "SELECT sleep(3)",
  sqlite = "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 20000000) SELECT max(i) FROM n",
}
return {
  transaction = "each",
  forward = {
    { sql = "INSERT INTO item VALUES (1)" },
    { sql = slow[engine] },
    { sql = "INSERT INTO item VALUES (2)" },
  },
  reverse = {
    { sql = "DELETE FROM item WHERE id = 2" },
    { sql = "SELECT 1" },
    { sql = "DELETE FROM item WHERE id = 1" },
  },
}
--- run
helium up --design shop --to 1000
--- start first
exec helium up --design shop
--- until
test "$(sql "SELECT count(*) FROM item")" = 1
--- run @sqlite
sqlite3 story.db ".timeout 20000" ".backup copy.db"
--- run @postgresql
pg_dump -n "$HELIUM_SCHEMA" "$DATABASE_URL" >dump.sql
--- run @mariadb @mysql
socket="$(echo "$DATABASE_URL" | sed -E "s/.*socket=([^&]*).*/\1/; s:%2F:/:g")"
mariadb-dump --single-transaction -u root -S "$socket" "$(sql "SELECT database()")" >dump.sql
--- wait first
--- run @sqlite
mv copy.db story.db
--- run @postgresql
sql "DROP SCHEMA $HELIUM_SCHEMA CASCADE" 2>said
psql -XqAt -v ON_ERROR_STOP=1 "$DATABASE_URL" -f dump.sql >said
--- run @mariadb @mysql
name="$(sql "SELECT database()")"
socket="$(echo "$DATABASE_URL" | sed -E "s/.*socket=([^&]*).*/\1/; s:%2F:/:g")"
mariadb -u root -S "$socket" -e "DROP DATABASE $name; CREATE DATABASE $name"
mariadb -u root -S "$socket" "$name" <dump.sql
--- run
helium status --design shop
--- out
...started...1001...1 of 3...
--- run
helium up --design shop --lock-timeout 1s
sql "SELECT count(*) FROM item"
sql "SELECT sum(id) FROM item"
helium history --exit-code >/dev/null
--- out
...up   shop 1001 ...
1 migration in ...
2
3
