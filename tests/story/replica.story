A MySQL server that is set read-only, as a replica is, is refused before any statement.
--- alone
--- dialects mariadb mysql
--- run exit=4
sql "SET GLOBAL read_only = ON"
helium up --design $SHOP; code=$?
helium status --design $SHOP
sql "SET GLOBAL read_only = OFF"
exit $code
--- out
refused: the database is read-only (...
  hint: connect to the primary, or make it writable
...
no ledger yet: nothing was ever applied here
...
