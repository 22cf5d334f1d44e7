Somebody edits, removes or swaps the reverses that the ledger keeps: the row is named, and nothing of them is run. Put
back as it was, each of them runs.
--- dialects sqlite postgresql mariadb mysql
--- file shop/shop_1000.lua
-- shop_1000.lua
-- One table, in words of ours
return {
  forward = function(queries)
    queries:create_table("item", { columns = { { name = "id", type = "integer", primary_key = true } } })
  end,
}
--- file shop/shop_1001.lua
-- shop_1001.lua
-- Rows
return {
  forward = {
    { sql = "INSERT INTO item (id) VALUES (1)" },
    { sql = "INSERT INTO item (id) VALUES (2)" },
  },
  reverse = {
    { sql = "DELETE FROM item WHERE id = 2" },
    { sql = "DELETE FROM item WHERE id = 1" },
  },
}
--- file shop/shop_1002.lua
-- shop_1002.lua
-- One more
return {
  forward = { { sql = "INSERT INTO item (id) VALUES (3)" } },
  reverse = { { sql = "DELETE FROM item WHERE id = 3" } },
}
--- run
helium up --design shop
rm shop/shop_1001.lua shop/shop_1002.lua
helium history --exit-code >/dev/null
sql "CREATE TABLE copies (number integer, kept $(test $DIALECT = sqlite -o $DIALECT = postgresql && echo text || echo longtext))"
sql "INSERT INTO copies SELECT number, kept FROM helium_ledger"
cat >restore.sh <<'END'
sql "UPDATE helium_ledger SET kept = (SELECT kept FROM copies WHERE copies.number = helium_ledger.number)"
END
--- out
up   shop 1000  ...
up   shop 1001  Rows...
up   shop 1002  One more...
3 migrations in ...
--- run exit=4
sql "UPDATE helium_ledger SET kept = replace(kept, 'WHERE id = 3', 'WHERE id > 0') WHERE number = 1002"
helium down --design shop
--- out
database: the record of shop_1002 keeps another reverse, unlike event ... of shop (... 1002)
  hint: the ledger was changed by hand or restored in part; compare it with a backup; helium history names every row that was changed
--- run exit=4
helium plan --down --design shop
--- out
database: the record of shop_1002 keeps another reverse...
...
--- run exit=1
helium history --exit-code >/dev/null
--- out
error: broken_record: the record of shop_1002 keeps another reverse, unlike event ... of shop (... 1002)
  hint: the ledger was changed by hand or restored in part; compare it with a backup
--- run exit=4
sql "UPDATE helium_ledger SET kept = NULL WHERE number = 1002"
helium down --design shop
--- out
database: the record of shop_1002 keeps another reverse...
...
--- run exit=4
. ./restore.sh
sql "UPDATE helium_ledger SET kept = (SELECT kept FROM copies WHERE copies.number = 2003 - helium_ledger.number) WHERE number > 1000"
helium down --design shop
--- out
database: the record of shop_1002 keeps another reverse...
...
--- run exit=4
. ./restore.sh
sql "UPDATE helium_ledger SET kept = replace(kept, 'WHERE id = 3', 'WHERE id > 0') WHERE number = 1002"
sql "UPDATE helium_events SET kept_hash = '' WHERE number = 1002"
helium down --design shop
--- out
database: event ... of shop (... 1002): its row was changed after it was written
...
--- run
sql "SELECT count(*) FROM item"
sql "SELECT count(*) FROM helium_events WHERE kind <> 'applied' AND kind <> 'started'"
helium status --design shop --format json | grep -c '"applied":\[1000,1001,1002\]'
--- out
3
0
1
--- run exit=4
. ./restore.sh
sql "DELETE FROM helium_events WHERE number = 1002"
helium down --design shop
--- out
database: the record of shop_1002: no event speaks of it
...
--- run exit=4
sql "DELETE FROM helium_ledger WHERE number = 1002"
sql "DELETE FROM item WHERE id = 3"
sql "UPDATE helium_ledger SET kept = replace(kept, 'touches', 'touched') WHERE number = 1000"
helium down --all --design shop
--- out
database: the record of shop_1000 keeps another reverse, unlike event 1 of shop (... 1000)
...
--- run
. ./restore.sh
sql "SELECT count(*) FROM item"
helium down --all --design shop
helium history --exit-code >/dev/null
--- out
2
down shop 1001  Rows...
down shop 1000  ...
2 migrations in ...
