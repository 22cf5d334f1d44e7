The texts that a ledger keeps are looked at one at a time: what they take together need not fit into the memory.
--- dialects sqlite
--- run
mkdir shop
for i in $(seq 16); do
  echo "return { forward = { { sql = \"SELECT $i\", reverse = \"\" } } }" >shop/shop_$i.lua
done
helium up --design shop | tail -n 1
(ulimit -v 90000; helium history | wc -l)
sql "UPDATE helium_ledger SET kept = hex(zeroblob(2000000))"
(ulimit -v 90000; helium history 2>told | wc -l)
grep -c 'keeps another reverse' told
--- out
16 migrations in ...
17
17
16
