Somebody edits the ledger by hand: history names the row, and says so to a script.
--- dialects sqlite postgresql mariadb
--- run
helium up --design $SHOP --to 1001
helium history --exit-code >/dev/null
sql "UPDATE helium_ledger SET state = 'reverted' WHERE number = 1001"
sql "UPDATE helium_events SET done_by = 'nobody' WHERE seq = 1"
helium history >/dev/null
--- out
...up   shop 1000 ...
up   shop 1001 ...
2 migrations in ...
error: broken_chain: event 1 of shop (... 1000): its row was changed after it was written
  hint: the ledger was changed by hand or restored in part; compare it with a backup
error: broken_record: the record of shop_1001 says reverted, unlike event ... of shop (applied 1001)
  hint: the ledger was changed by hand or restored in part; compare it with a backup
--- run exit=1
helium history --exit-code
--- run
sql "UPDATE helium_ledger SET state = 'applied' WHERE number = 1001"
--- run exit=4
sql "UPDATE helium_ledger SET transaction_class = 'some' WHERE number = 1001"
helium up --design $SHOP
--- out
database: the ledger holds the unknown word 'some'
  hint: the ledger was changed by hand, or by a newer version; compare it with a backup
--- run
sql "SELECT count(*) FROM helium_ledger"
--- out
2
