However a password is given, nobody finds it: not in output, log, report, ledger, process list or
a core file.
--- dialects postgresql mariadb mysql
--- file shop/shop_1000.lua
-- shop_1000.lua
-- One table
return {
  forward = { { sql = "CREATE TABLE item (id INTEGER)" } },
  reverse = { { sql = "DROP TABLE item" } },
}
--- file shop/shop_1001.lua
-- shop_1001.lua
-- A slow one, and one that fails
return {
  transaction = "whole",
  forward = {
    { sql = engine == "postgresql" and "SELECT pg_sleep(1)" or "SELECT sleep(1)" },
    { sql = "INSERT INTO nowhere VALUES (1)" },
  },
  reverse = { { sql = "DELETE FROM item" } },
}
--- run @postgresql
sql "DROP ROLE IF EXISTS story_canary"
sql "CREATE ROLE story_canary SUPERUSER LOGIN PASSWORD 'canary@bird'"
--- run @mariadb @mysql
sql "DROP USER IF EXISTS story_canary@'%'; CREATE USER story_canary@'%' IDENTIFIED BY 'canary@bird'; GRANT ALL ON *.* TO story_canary@'%'"
echo "$(echo "$TCP_URL" | sed -E 's#/[^/]*$##')/$(sql "SELECT database()")" >tcp
--- run @postgresql
echo "$TCP_URL" >tcp
--- run
sed -E 's#://[^@]*@#://story_canary:canary%40bird@#' tcp >with
sed -E 's#://[^@]*@#://story_canary@#' tcp >without
printf 'canary@bird\n' >password
cat >helium.toml <<END
designs = ["shop"]
url = "$(cat without)"
password_file = "password"
END
--- start first
export DATABASE_URL="$(cat with)"
exec helium up --design shop --verbose --log-file log --format json
--- until
sql "SELECT count(*) FROM item"
--- run
for process in /proc/[0-9]*; do
  case "$(tr '\0' ' ' <"$process/cmdline")" in helium*) cat "$process/cmdline" "$process/comm" ;; esac
done 2>/dev/null | tr '\0' ' ' >processes
grep -c 'up --design' processes
--- run exit=1
grep -E 'canary(@|%40)bird' processes
--- wait first exit=4
--- out
...nowhere...
--- run exit=1
grep -E 'canary(@|%40)bird' log
--- start second
ulimit -c unlimited || true
export DATABASE_URL="$(cat with)"
echo $$ >second
exec helium up --design shop
--- until
test -s second && sleep 0.3
--- run
kill -ABRT "$(cat second)"
--- wait second exit=-6
--- run exit=1
ls | grep core
--- run
unset DATABASE_URL
helium up >by_file 2>&1 || true
HELIUM_PASSWORD=canary@bird helium up --verbose >by_variable 2>&1 || true
DATABASE_URL="$(cat with)" helium status >by_url 2>&1
DATABASE_URL="$(cat with)" helium history >by_history 2>&1
DATABASE_URL="$(cat with)" helium --explain-config >by_explain 2>&1
helium status --url "$(cat with)" >by_flag 2>&1
echo "DATABASE_URL=$(cat with)" >.env
helium plan >by_dotenv 2>&1
rm .env
cat with >with_file
DATABASE_URL_FILE=with_file helium plan --out report.json >by_url_file 2>&1
grep -l 'applied  1  1000' by_url by_flag
grep -c nowhere by_file by_variable by_dotenv
--- out
by_url
by_flag
by_file:2
by_variable:...
by_dotenv:1
--- run exit=1
cat by_* report.json | grep -E 'canary(@|%40)bird'
--- run
sql "SELECT * FROM helium_ledger" >rows
sql "SELECT * FROM helium_events" >>rows
test -s rows
--- run exit=1
grep -E 'canary(@|%40)bird' rows
--- run @postgresql
helium down --all --design shop
sql "DROP OWNED BY story_canary" && sql "DROP ROLE story_canary"
--- run @mariadb @mysql
sql "DROP USER story_canary@'%'"
