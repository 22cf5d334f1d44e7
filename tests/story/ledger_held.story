Somebody else writes while the ledger is first to be made: --lock-timeout limits how long that is waited for.
--- dialects sqlite
--- file shop/shop_1.lua
return {
  forward = { { sql = "CREATE TABLE item (id INTEGER NOT NULL)" } },
  reverse = { { sql = "DROP TABLE item" } },
}
--- run
sql "PRAGMA user_version = 1"
--- start holder
mkfifo gate
sqlite3 story.db < gate &
exec 3> gate
echo "BEGIN IMMEDIATE; SELECT 1;" >&3
touch held
exec sleep 60
--- until
test -e held && ! sql "BEGIN IMMEDIATE"
--- run exit=6
timeout 4 helium up --design shop --lock-timeout 1s
--- out
...busy: the ledger's tables could not be made: other runners are in the way
  hint: wait for them, or give --lock-timeout more time
--- kill holder
--- run
helium up --design shop
--- out
up   shop 1 ...
1 migration in ...
