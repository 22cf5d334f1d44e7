The program and its session both die in a statement of which nobody can say whether it took effect: a
person is asked, and the answer is kept.
--- dialects postgresql mariadb mysql
--- file shop/shop_1000.lua
-- shop_1000.lua
-- One table
return {
  forward = { { sql = "CREATE TABLE item (id INTEGER NOT NULL)" } },
  reverse = { { sql = "DROP TABLE item" } },
}
--- file shop/shop_1001.lua
-- shop_1001.lua
-- One statement that names nothing
return {
  transaction = "none",
  forward = {
    { sql = "INSERT INTO item (id) VALUES (1)" },
    { sql = engine == "postgresql" and "DO $$ BEGIN PERFORM pg_sleep(30); END $$" or "DO sleep(30)" },
    { sql = "INSERT INTO item (id) VALUES (2)" },
  },
  reverse = { { sql = "DELETE FROM item" } },
}
--- start first
exec helium up --design shop
--- until
test "$(sql 'SELECT count(*) FROM item')" -eq 1
--- run
sleep 0.5
--- kill first
--- run @postgresql
sql "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE state = 'active' AND query LIKE 'DO %pg_sleep(30)%'"
--- run @mariadb @mysql
sql "KILL $(sql "SELECT id FROM information_schema.processlist WHERE info LIKE 'DO sleep(30)%' AND db = database()")"
--- run exit=5
helium up --design shop
--- out
shop/shop_1001.lua:7:...: in doubt: nobody knows whether statement 2 of 3 of shop_1001 took effect: did it?
...^
  hint: look at the database, then helium resume --as done, or helium resume --as undone
--- run
helium status --design shop
--- out
...
    started  1001  forward: 1 of 3 statements done
...
--- run
helium resume --as done --design shop
sql "SELECT id FROM item ORDER BY id"
helium history --design shop
--- out
up   shop 1001 ...
1
2
...a person says that statement 2 is done...
