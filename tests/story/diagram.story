The schema as a picture: any version, what changed between two, in every form; equal files are not written again.
--- dialects sqlite

--- run
helium diagram --design "$SHOP" --at 1002 --format mermaid --dialect postgresql
--- out
erDiagram
  countries {
    char(2) code PK "not null"
    varchar(100) name UK "not null"
  }
  customers {
    bigint id PK "not null"
    varchar(255) email UK "not null"
    varchar(100) name "not null"
    varchar(50) phone
    varchar(20) status "not null"
    timestamptz created_at "not null"
  }
  addresses {
    bigint id PK "not null"
    bigint customer_id FK "not null"
    varchar(20) purpose "not null"
    varchar(100) street "not null"
    varchar(20) postal_code "not null"
    varchar(100) city "not null"
    char(2) country_code FK "not null"
  }
  customers ||--o{ addresses : "customer_id"
  countries ||..o{ addresses : "country_code"
--- run
helium diagram --design "$SHOP" --from 1013 --at 1014 --output d.svg
grep -c '<text class="n"' d.svg
grep -o '<desc[^>]*>[^<]*' d.svg | cut -d'>' -f2
helium diagram --design "$SHOP" --from 1013 --at 1014 --format json | grep -o '"metadata":{[^}]*}'
--- out
68
2 tables and 5 columns added, 1 table and 4 columns removed (sqlite)
"metadata":{"table_count":14,"highlighted_tables":3,"highlighted_columns":9,"requested_migration":1014,"compared_with":1013}
--- run
helium diagram --design "$SHOP" --all --output pictures --dialect db2
helium diagram --design "$SHOP" --all --output pictures --dialect db2
ls pictures/db2 | head -2
--- out
17 files in pictures, 17 written
17 files in pictures, all as they were
shop-db2-1000.svg
shop-db2-1001.svg
--- run exit=64
helium diagram --design "$SHOP" --at 999
--- out
usage: there is no migration up to 999
--- run exit=64
helium diagram --design "$SHOP" --from 1010 --at 1005
--- out
usage: --from 1010 is newer than --at 1005
--- run exit=64
helium diagram --design "$SHOP" --all
--- out
usage: --all writes every version into a folder
  hint: helium diagram --all --output FOLDER
--- file shop/shop_1000.lua
return { forward = { { sql = "SELECT 1" } }, reverse = { }, diagram = { { sql = "{ oops }" } } }
--- run exit=65
helium validate --design shop
--- out
shop/shop_1000.lua:1:82: error: design: diagram: the text is not JSON: line 1, column 3: ...
--- file secret/helium.toml
designs = ["."]
environment = ["THE_PASSWORD"]
--- file secret/shop_1000.lua
return {
  table = "people",
  forward = {
    { sql = "CREATE TABLE ${TABLE} (id ${INTEGER})" },
    { sql = "INSERT INTO ${TABLE} VALUES ('${THE_PASSWORD}')", description = os.getenv("THE_PASSWORD") },
  },
  reverse = { { sql = "DROP TABLE ${TABLE}" } },
}
--- run
cd secret
export THE_PASSWORD=canary-of-the-site
helium docs --output site
grep -rc "THE_PASSWORD" site/migrations
grep -r "canary" site || echo "no canary"
rm shop_1000.lua
printf 'return { forward = { { sql = "SELECT 1" } } }' >shop_1001.lua
helium docs --output site --format json
ls site/migrations
--- out
9 files in site, 9 written
site/migrations/shop_1000.html:...
no canary
{"version":1,"folder":"site","files":9,"written":...,"removed":1}
shop_1001.html
--- run
mkdir mine && echo mine >mine/index.html
--- run exit=64
cd secret
helium docs --output ../mine
--- out
usage: ../mine/index.html is there and was not written by helium docs
  hint: choose another folder, or take the file away
--- run
ls mine; cat mine/index.html
--- out
index.html
mine
