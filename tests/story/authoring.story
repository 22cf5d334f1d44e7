An author's day without a database: a project, the next file, what it becomes, what is wrong with it.
--- dialects sqlite

--- run
unset DATABASE_URL
helium init shop
helium new "create customers"
helium new "add email to customers"
ls migrations/shop
cat migrations/shop/helium.sum | cut -c65-
--- out
helium.toml
migrations/shop/shop_1000.lua
migrations/shop/helium.sum
migrations/shop/shop_1001.lua
migrations/shop/shop_1002.lua
helium.sum
shop_1000.lua
shop_1001.lua
shop_1002.lua
  shop_1000.lua
  shop_1001.lua
  shop_1002.lua
  total
--- run
unset DATABASE_URL
helium validate
helium up
helium down --all
helium new "and another" --format json
--- out
nothing wrong
up   shop 1000  First tables  ...
up   shop 1001  create customers  ...
up   shop 1002  add email to customers  ...
3 migrations in ...
down shop 1002  add email to customers  ...
down shop 1001  create customers  ...
down shop 1000  First tables  ...
3 migrations in ...
{"version":1,"file":"migrations/shop/shop_1003.lua"}
--- run exit=65
unset DATABASE_URL
echo "-- changed" >>migrations/shop/shop_1002.lua
helium validate
--- out
migrations/shop/shop_1002.lua: error: sum_changed: shop_1002.lua is not what helium.sum says
  hint: helium validate --write brings helium.sum up to date
--- run
unset DATABASE_URL
helium validate --write
helium validate
--- out
nothing wrong
nothing wrong
--- file some.sql
-- a comment
CREATE TABLE a (b text); ;
INSERT INTO a VALUES (';'); -- the end
--- run exit=64
helium split some.sql --dialect postgresql --format json
helium split some.sql --dialect mysql
helium split some.sql --dialect nosuch
--- out
{"version":1,"statements":[{"line":2,"column":1,"offset":13,"length":23,"text":"CREATE TABLE a (b text)"},{"line":3,"column":1,"offset":40,"length":26,"text":"INSERT INTO a VALUES (';')"}]}
CREATE TABLE a (b text);
INSERT INTO a VALUES (';');
usage: --dialect: nosuch not in {postgresql,mysql,mariadb,sqlite,db2}
  hint: helium split --help
--- file shop/shop_1.lua
-- shop_1.lua
-- Everything
return {
  table = "item",
  forward = { { sql = "CREATE TABLE ${SCHEMA}${TABLE} (id ${SERIAL} ${PRIMARY}, name ${VARCHAR_40}, at ${TIMESTAMP_TZ})" } },
  reverse = { { sql = "DROP TABLE ${SCHEMA}${TABLE}" } },
}
--- run
for dialect in postgresql mysql mariadb sqlite db2; do
  helium expand shop/shop_1.lua --dialect $dialect --schema corner
done
--- out
CREATE TABLE corner.item (id serial PRIMARY KEY, name varchar(40), at timestamptz);
DROP TABLE corner.item;
CREATE TABLE corner.item (id int auto_increment PRIMARY KEY, name varchar(40), at datetime(3));
DROP TABLE corner.item;
CREATE TABLE corner.item (id int auto_increment PRIMARY KEY, name varchar(40), at datetime(3));
DROP TABLE corner.item;
CREATE TABLE corner.item (id integer PRIMARY KEY, name varchar(40), at text);
DROP TABLE corner.item;
CREATE TABLE CORNER.item (id INTEGER GENERATED ALWAYS AS IDENTITY PRIMARY KEY, name VARCHAR(40), at TIMESTAMP);
DROP TABLE CORNER.item;
--- run
helium expand shop/shop_1.lua --dialect db2 --format json
--- out
{"version":1,"design":"shop","number":1,"table":"item","sections":[{"section":"forward","statements":[{"text":"CREATE TABLE item (id INTEGER GENERATED ALWAYS AS IDENTITY PRIMARY KEY, name VARCHAR(40), at TIMESTAMP)","file":"shop/shop_1.lua","line":5,"column":24,"description":""}]},{"section":"reverse","statements":[{"text":"DROP TABLE item","file":"shop/shop_1.lua","line":6,"column":24,"description":""}]},{"section":"diagram","statements":[]}]}
--- run
helium expand shop/shop_1.lua --dialect sqlite --section forward | sqlite3 piped.db
helium expand shop/shop_1.lua --dialect sqlite --section reverse
sqlite3 piped.db .tables
--- out
DROP TABLE item;
item
--- file shop/one_way/one_1.lua
return { irreversible = "the codes are gone", forward = { { sql = "DELETE FROM item" } } }
--- run exit=65
helium expand shop/one_way/one_1.lua --dialect sqlite --section reverse
--- out
design: shop/one_way/one_1.lua has no way back: the codes are gone
--- run
helium macros --dialect postgresql | grep -E '^(SERIAL|NOW|TEXT) '
helium macros --dialect db2 --format json >db2.json; head -c 60 db2.json
--- out
NOW                          dialect    CURRENT_TIMESTAMP
SERIAL                       dialect    serial
TEXT                         dialect    text
{"version":1,"macros":[{"name":"BASE64ENCODEBINARY_END","sou
--- run exit=64
helium version
helium --version
helium version --format json
helium completion bash | head -3
helium completion tcsh
--- out
helium 0.1.0
helium 0.1.0
{"version":1,"helium":"0.1.0"}
_helium() {
  local word words="up down goto redo resume status history plan baseline repair stash create drop init new renumber expand macros split validate ... completion manual version"
  for word in "${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
usage: shell: tcsh not in {bash,zsh,fish}
  hint: helium completion --help
--- run
helium --help | head -5
helium up --help | head -8
--- out
Database migrations in Lua
Usage: helium [OPTIONS] [SUBCOMMAND]

Options:
  -h,--help                   Print this help message and exit
apply pending migrations
Usage: helium up [OPTIONS]

Options:
  -h,--help                   Print this help message and exit
  --lock-timeout TEXT         how long to wait for another runner
  --wait TEXT                 how long to wait for the server: 60s
  --backup TEXT               make a backup at this path first
--- run
mkdir two; cd two; unset DATABASE_URL
printf '# ours\nurl = "sqlite:shop.db"\ndesigns = [\n  "migrations/shop",  # the first\n]\n[macros]\nA = "1"\n' > helium.toml
helium init shop 2>&1
helium init crm
cat helium.toml
helium up
helium new "first of crm" --design migrations/crm
--- out
write: helium.toml names the design migrations/shop already
helium.toml
migrations/crm/crm_1000.lua
migrations/crm/helium.sum
# ours
url = "sqlite:shop.db"
designs = [
  "migrations/shop", "migrations/crm",  # the first
]
[macros]
A = "1"
...
