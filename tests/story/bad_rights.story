A user who may read but not write, a schema that is not there, a ledger that a newer Helium wrote:
refused before any statement of a migration, and the database is as it was.
--- dialects postgresql mariadb mysql
--- run @postgresql
sql "DROP ROLE IF EXISTS story_reader"
sql "CREATE ROLE story_reader LOGIN PASSWORD 'hunter2'; GRANT USAGE ON SCHEMA $HELIUM_SCHEMA TO story_reader"
--- run @mariadb @mysql
sql "DROP USER IF EXISTS story_reader@'%'; CREATE USER story_reader@'%' IDENTIFIED BY 'hunter2'"
sql "GRANT SELECT ON \`$(sql "SELECT database()")\`.* TO story_reader@'%'"
--- run exit=4 @postgresql
DATABASE_URL="$(echo "$TCP_URL" | sed -E 's#://[^@]*@#://story_reader:hunter2@#')" helium up --design $SHOP
--- run exit=4 @mariadb @mysql
DATABASE_URL="$(echo "$TCP_URL" | sed -E 's#://[^@]*@#://story_reader:hunter2@#')" helium up --design $SHOP --schema "$(sql "SELECT database()")"
--- out
...denied...
--- run @postgresql
sql "SELECT count(*) FROM information_schema.tables WHERE table_schema = '$HELIUM_SCHEMA'"
sql "DROP OWNED BY story_reader; DROP ROLE story_reader"
--- run @mariadb @mysql
sql "SELECT count(*) FROM information_schema.tables WHERE table_schema = database()"
sql "DROP USER story_reader@'%'"
--- out
0
--- file central/helium.toml @postgresql
[ledger]
schema = "LEDGER"
--- run exit=4 @postgresql
sed -i "s/LEDGER/$HELIUM_SCHEMA/" central/helium.toml
sql "CREATE SCHEMA ${HELIUM_SCHEMA}_closed"
sql "CREATE ROLE story_reader LOGIN PASSWORD 'hunter2'; GRANT ALL ON SCHEMA $HELIUM_SCHEMA TO story_reader"
DATABASE_URL="$(echo "$TCP_URL" | sed -E 's#://[^@]*@#://story_reader:hunter2@#')" helium up --config central/helium.toml --design $SHOP --schema ${HELIUM_SCHEMA}_closed
--- out @postgresql
refused: the user has no right to use the schema ..._closed
  hint: GRANT USAGE ON SCHEMA "..._closed" TO the user
--- run @postgresql
sql "DROP OWNED BY story_reader; DROP ROLE story_reader; DROP SCHEMA ${HELIUM_SCHEMA}_closed"
--- run exit=66
helium up --design $SHOP --schema nowhere_at_all
--- out
missing: the ... nowhere_at_all does not exist...
  hint: helium create
--- run
helium up --design $SHOP --to 1000
sql "UPDATE helium_info SET value = '99' WHERE name = 'format'"
--- run exit=4
helium up --design $SHOP
--- out
refused: the ledger has format 99, which this helium ... does not know...
  hint: use the newer helium that wrote it; nothing was changed
--- run exit=4
helium status --design $SHOP
--- run
sql "UPDATE helium_info SET value = '1' WHERE name = 'format'"
helium down --all --design $SHOP
