A read-only server or file is refused before any statement; status and plan still read it.
--- file shop/shop_1000.lua
-- shop_1000.lua
-- One table
return {
  forward = { { sql = "CREATE TABLE item (id INTEGER)" } },
  reverse = { { sql = "DROP TABLE item" } },
}
--- file shop/shop_1001.lua
-- shop_1001.lua
-- Another
return {
  forward = { { sql = "CREATE TABLE other (id INTEGER)" } },
  reverse = { { sql = "DROP TABLE other" } },
}
--- dialects sqlite postgresql
--- run
helium up --design shop --to 1000
--- run @postgresql
sql "CREATE ROLE $HELIUM_SCHEMA LOGIN SUPERUSER PASSWORD 'hunter2'; ALTER ROLE $HELIUM_SCHEMA SET default_transaction_read_only = on"
--- run @sqlite
chmod a-w story.db
chmod a+rwx .
--- run exit=4 @postgresql
DATABASE_URL="$(echo "$TCP_URL" | sed -E "s#://[^@]*@#://$HELIUM_SCHEMA:hunter2@#")" helium up --design shop
--- out @postgresql
refused: the database is read-only (PostgreSQL ...
  hint: connect to the primary, or make it writable
--- run @postgresql
DATABASE_URL="$(echo "$TCP_URL" | sed -E "s#://[^@]*@#://$HELIUM_SCHEMA:hunter2@#")" helium status --design shop
DATABASE_URL="$(echo "$TCP_URL" | sed -E "s#://[^@]*@#://$HELIUM_SCHEMA:hunter2@#")" helium plan --design shop
--- out @postgresql
...applied  1  1000
    pending  1  1001
-- shop 1001 ...CREATE TABLE other (id INTEGER);...
--- run @postgresql
sql "DROP ROLE $HELIUM_SCHEMA"
--- run @sqlite
test "$(id -u)" != 0 || chown nobody . shop story.db
test "$(id -u)" != 0 || chmod -R a+rX shop
as="" ; test "$(id -u)" != 0 || as="setpriv --reuid nobody --regid nogroup --clear-groups"
$as env DATABASE_URL=sqlite:story.db helium up --design shop; echo "exit $?"
$as env DATABASE_URL=sqlite:story.db helium status --design shop
--- out @sqlite
refused: the database is read-only (SQLite ...
  hint: connect to the primary, or make it writable
exit 4
...applied  1  1000
    pending  1  1001
