A closed stream is not taken over by the database's connection, a reader that went away is no fault worth
a word, and results that cannot be written never hide what became of the database.
--- file shop/shop_1000.lua
-- shop_1000.lua
-- One table
return {
  forward = { { sql = "CREATE TABLE item (id INTEGER NOT NULL PRIMARY KEY)" } },
  reverse = { { sql = "DROP TABLE item" } },
}
--- file shop/shop_1001.lua
-- shop_1001.lua
-- A mistake
return {
  forward = { { sql = "INSERT INTO nowhere (id) VALUES (1)" } },
  reverse = { { sql = "DELETE FROM item" } },
}
--- run
helium up --to 1000 --verbose --design shop 2>&- && helium down --verbose --design shop 2>&-
--- run exit=73
helium up --to 1000 --verbose --design shop <&- >&- 2>&-
--- run
sql "SELECT count(*) FROM item"
--- out
0
--- run exit=73
helium status --design shop >&-
--- out
write: cannot write to standard output: Bad file descriptor
--- run exit=73
helium status --design shop --format json >/dev/full
--- out
write: cannot write to standard output: No space left on device
--- run exit=4
helium up --design shop >/dev/full
--- out
shop/shop_1001.lua:4:...: database: ...
write: cannot write to standard output: No space left on device
--- run exit=66
helium status --design nowhere --format json >/dev/full
--- out
missing: there is no folder nowhere
  hint: helium init makes one
write: cannot write to standard output: No space left on device
--- run exit=73
helium --help >/dev/full
--- out
write: cannot write to standard output: No space left on device
--- run
mkfifo pipe; : <pipe & exec 3>pipe; wait
helium macros >&3; echo "exit $?"
--- out
exit 73
