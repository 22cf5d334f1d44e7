Somebody ends the session of a migration on purpose: it is said so, and the migration does not run again by itself.
--- dialects postgresql

--- file shop/shop_1.lua
return {
  forward = { { sql = "CREATE TABLE a (id INTEGER)" }, { sql = "SELECT pg_sleep(60), 'ended'" }, { sql = "CREATE TABLE b (id INTEGER)" } },
  reverse = { { sql = "DROP TABLE b" }, { sql = "DROP TABLE a" } },
}
--- start up
helium up --design shop
--- until
test "$(sql "SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE state = 'active' AND query LIKE '%pg_sleep(60), ''end' || 'ed''%'")" = 1
--- wait up exit=4
--- out
...terminating connection due to administrator command...
--- run
helium status --design shop --format json
sql "SELECT count(*) FROM pg_tables WHERE schemaname = '$HELIUM_SCHEMA' AND tablename IN ('a', 'b')"
--- out
..."applied":[],"pending":[1],...
0
