MariaDB leaves a table out of what information_schema answers while another session changes it, at once where
the asker holds a lock, as a runner does. What an operation asks before it drops a table waits then, and sees
what came: a foreign key made in another database meanwhile.
--- dialects mariadb
--- file shop/shop_1.lua
-- shop_1.lua
-- Two tables
return {
  forward = function(queries)
    for _, name in ipairs({ "person", "secret" }) do
      queries:create_table(name, { columns = { { name = "id", type = "integer", primary_key = true } } })
    end
  end,
}
--- file shop/shop_2.lua
-- shop_2.lua
-- One table less
return { forward = function(queries) queries:drop_table("person") end }
--- file shop/shop_3.lua
-- shop_3.lua
-- Another table less
return { forward = function(queries) queries:drop_table("secret") end }
--- run
helium up --design shop --to 1 >/dev/null
sql "SELECT database()" >here
sql "CREATE DATABASE $(cat here)_other"
--- start nothing
sql "CREATE TABLE $(cat here)_other.slow AS SELECT SLEEP(4) AS waited"
--- until
test "$(sql "SELECT count(*) FROM information_schema.processlist WHERE state = 'User sleep' AND info LIKE '%$(cat here)_other.slow%' AND id <> connection_id()")" = 1
--- run
helium up --design shop --to 2
--- out
waiting: another session holds a lock: ...slow...
up   shop 2  One table less...
--- wait nothing
--- start child
sql "CREATE TABLE $(cat here)_other.child (id INTEGER, waited INTEGER, FOREIGN KEY (id) REFERENCES $(cat here).secret (id)) AS SELECT SLEEP(4) AS waited"
--- until
test "$(sql "SELECT count(*) FROM information_schema.processlist WHERE state = 'User sleep' AND info LIKE '%$(cat here)_other.child%' AND id <> connection_id()")" = 1
--- run exit=4
helium up --design shop
--- out
...something refers to secret that nobody here knew of...
--- wait child
--- run
sql "SHOW TABLES"
sql "DROP DATABASE $(cat here)_other"
helium status --design shop
--- out
helium_events
helium_info
helium_ledger
helium_stash_shop_2_1
secret
...
    pending  1  3
...
