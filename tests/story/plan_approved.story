A plan is written, approved and run; when anything it speaks of changes, it is not run. Planning reads
only, and works before the database is there.
--- dialects sqlite

--- file shop/shop_1000.lua
-- shop_1000.lua
-- One table
return {
  forward = { { sql = "CREATE TABLE item (id INTEGER NOT NULL PRIMARY KEY)" } },
  reverse = { { sql = "DROP TABLE item" } },
}
--- file shop/shop_1001.lua
-- shop_1001.lua
-- A row; and another
return {
  forward = { { sql = "INSERT INTO item (id) VALUES (1); INSERT INTO item (id) VALUES (2)" } },
  reverse = { { sql = "DELETE FROM item" } },
}
--- run
helium plan --design shop
test ! -e story.db
--- out
-- shop 1000 forward, transaction whole: One table
CREATE TABLE item (id INTEGER NOT NULL PRIMARY KEY);
-- shop 1001 forward, transaction whole: A row; and another
INSERT INTO item (id) VALUES (1);
INSERT INTO item (id) VALUES (2);
-- plan ...
--- run
helium plan --design shop --out approved.json
test ! -e story.db
--- out
-- shop 1000 forward, transaction whole: One table
CREATE TABLE item (id INTEGER NOT NULL PRIMARY KEY);
-- shop 1001 forward, transaction whole: A row; and another
INSERT INTO item (id) VALUES (1);
INSERT INTO item (id) VALUES (2);
-- plan ...
--- run exit=65
cp shop/shop_1001.lua kept
sed -i 's/VALUES (2)/VALUES (3)/' shop/shop_1001.lua
helium up --design shop --plan approved.json
--- out
design: the plan is not the approved one any more
  approved ..., now ...
  hint: helium plan --out FILE, and have it approved again
--- run
test ! -e story.db
cp kept shop/shop_1001.lua
helium up --design shop --plan approved.json
--- out
up   shop 1000  One table  ...
up   shop 1001  A row; and another  ...
2 migrations in ...
--- run exit=65
helium up --design shop --plan approved.json
--- out
design: the plan is not the approved one any more
  approved ..., now ...
  hint: helium plan --out FILE, and have it approved again
--- run
helium plan --design shop --exit-code
helium plan --design shop --down --all
--- out
-- nothing to do
-- shop 1001 reverse, transaction whole: A row; and another
DELETE FROM item;
-- shop 1000 reverse, transaction whole: One table
DROP TABLE item;
-- plan ...
--- run exit=1
helium plan --design shop --down --exit-code
--- run
helium plan --design shop --down --format json
--- out
{"version":1,"hash":"...","steps":[{"design":"shop","number":1001,"direction":"reverse","transaction":"whole","title":"A row; and another","file":"shop/shop_1001.lua","first":1,"reversible":true,"statements":[{"text":"DELETE FROM item","file":"shop/shop_1001.lua","line":5,"column":24,"description":""}]}],"findings":[]}
--- run exit=66
helium up --design shop --plan nowhere.json
--- out
missing: cannot read nowhere.json: No such file or directory
