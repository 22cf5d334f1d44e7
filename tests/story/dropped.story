drop takes away what it was told and nothing else: no file that is not a database, no link, and of a PostgreSQL
database the schema alone, also where both have one name.
--- dialects sqlite postgresql
--- file shop/shop_1.lua
return { forward = { { sql = "CREATE TABLE item (id INTEGER)" } }, reverse = { { sql = "DROP TABLE item" } } }
--- run exit=65 @sqlite
echo "the only copy of a letter" >letter.txt
helium drop --yes --url sqlite:letter.txt
--- out @sqlite
design: letter.txt is not a SQLite database
  hint: nothing was removed
--- run exit=78 @sqlite
mkdir folder
helium drop --yes --url sqlite:folder
--- out @sqlite
config: folder is a folder, not a database file
--- run exit=78 @sqlite
helium up --url sqlite:real.db --design shop
ln -s real.db link.db
helium drop --yes --url sqlite:link.db
--- out @sqlite
up   shop 1 ...
1 migration in ...
config: link.db is a link, not a database file
  hint: give the path of the file itself: helium drop removes no link
--- run @sqlite
cat letter.txt
: >empty.db
helium drop --yes --url sqlite:empty.db
helium drop --yes --url sqlite:real.db
ls
--- out @sqlite
the only copy of a letter
dropped the database empty.db
dropped the database real.db
folder
letter.txt
link.db
shop
--- file env @postgresql
export DATABASE_URL="$(echo "$DATABASE_URL" | sed "s#/helium?#/$HELIUM_SCHEMA?#")"
--- run @postgresql
. ./env
helium create
helium up --design shop
helium up --design shop --schema public
helium drop --yes
helium status --design shop --schema public --exit-code
--- out @postgresql
created the database story_...; created the schema story_...
up   shop 1 ...
1 migration in ...
up   shop 1 ...
1 migration in ...
dropped the schema story_...
...up to date
--- run @postgresql
. ./env
helium status --design shop | sed -n 2p
env -u HELIUM_SCHEMA helium drop --yes
--- out @postgresql
no ledger yet: nothing was ever applied here
dropped the database story_...
