Ctrl-C while a migration's Lua runs: it stops at once, nothing of it was carried out, and the next command goes on.
--- dialects sqlite postgresql mariadb

--- file helium.toml
designs = ["shop"]
[lua]
time = "10m"
--- file shop/shop_1.lua
return {
  forward = { { sql = "CREATE TABLE item (id INTEGER NOT NULL)" } },
  reverse = { { sql = "DROP TABLE item" } },
}
--- file shop/shop_2.lua
local sum = 0
for i = 1, 1e15 do sum = sum + i end
return {
  forward = { { sql = "INSERT INTO item (id) VALUES (1)" } },
  reverse = { { sql = "DELETE FROM item" } },
}
--- run
sql "CREATE TABLE other (id INTEGER)"
--- start first
exec helium up --log-file log
--- until
grep -q "connected to" log
--- run
sleep 1
--- interrupt first
--- wait first exit=4
--- out
stopping: cancelling the running statement
shop/shop_...: cancelled: stopped while it ran: nothing of it was carried out...
--- run exit=1
sed -i 's/1e15/10/' shop/shop_2.lua
helium status --exit-code
--- run
helium up
sql "SELECT count(*) FROM item"
--- out
...up   shop 1 ...
up   shop 2 ...
2 migrations in ...
1
