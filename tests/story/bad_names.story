File names: what is no migration is named, numbers stand for one file each.
--- dialects sqlite
--- run exit=66
helium up --design nowhere
--- out
missing: there is no folder nowhere
  hint: helium init makes one
--- run exit=64
mkdir made; cd made; helium init "we ird"
--- out
usage: a design is called by letters, digits, _ and -: not by we ird
  hint: helium init NAME, which stands before the number of each of its files
--- run
ls -A made | wc -l
--- out
0
--- run exit=66
mkdir -p bad
helium up --design bad
--- out
missing: bad holds no migration (<design>_<number>.lua)
  hint: helium init DESIGN makes migrations/DESIGN with a first one
--- run exit=65
printf -- '-- x\n-- x\nreturn { forward = { { sql = "SELECT 1" } }, reverse = { { sql = "SELECT 1" } } }\n' >bad/shop_1000.lua; cp bad/shop_1000.lua bad/shop_10x1.lua
helium validate --design bad
--- out
bad/shop_10x1.lua: error: bad_name: shop_10x1.lua looks like a migration and is none: digits alone stand between the last _ and .lua
  hint: name it shop_<number>.lua
--- run exit=65
helium up --design bad
--- out
bad/shop_10x1.lua: design: bad_name: shop_10x1.lua looks like a migration and is none: digits alone stand between the last _ and .lua
  hint: name it shop_<number>.lua
--- run exit=65
rm bad/shop_10x1.lua; cp bad/shop_1000.lua bad/shop_01000.lua
helium validate --design bad
--- out
bad/shop_1000.lua: error: duplicate: shop_1000.lua has the number of shop_01000.lua
  hint: name one of them shop_01001.lua
--- run exit=65
helium up --design bad
--- out
bad/shop_1000.lua: design: duplicate: shop_1000.lua has the number of shop_01000.lua
  hint: name one of them shop_01001.lua
--- run
cp -r bad twice; mv twice/shop_1000.lua twice/shop_01001.lua
helium validate --design twice | grep -c duplicate || true
--- out
0
--- run exit=65
rm bad/shop_01000.lua; cp bad/shop_1000.lua bad/crm_1000.lua
helium up --design bad
--- out
design: bad holds two designs: crm and shop
  hint: give each design a folder of its own
--- run exit=65
rm bad/crm_1000.lua; cp bad/shop_1000.lua bad/shop_99999999999999999999.lua
helium up --design bad
--- out
bad/shop_99999999999999999999.lua: design: bad_name: shop_99999999999999999999.lua looks like a migration and is none: its number does not fit into 64 bits
  hint: name it shop_<number>.lua
--- run exit=65
rm bad/shop_999*
helium up --to 4711 --design bad
--- out
design: no migration has the number 4711
--- run exit=65
helium goto 100 --design bad
--- out
design: no migration has the number 100
  hint: did you mean 1000?
--- run exit=65
helium up --design bad --design bad
--- out
design: two folders hold the design shop: bad and bad
--- run
test ! -e story.db
