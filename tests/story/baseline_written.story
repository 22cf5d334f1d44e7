A database that lives is written down as the first migration of a design: it makes an equal one elsewhere, and here it
counts as applied.
--- dialects sqlite postgresql mariadb

--- file env
chmod 711 . && mkdir -p -m 777 tmp
export TMPDIR="$PWD/tmp" XDG_CACHE_HOME="$PWD/cache" MINE="${DATABASE_URL%%:*}"
--- run
. ./env
sql "CREATE TABLE person (id integer NOT NULL, email varchar(255) NOT NULL, CONSTRAINT person_pk PRIMARY KEY (id))"
sql "CREATE INDEX person_email ON person (email)"
sql "CREATE TABLE note (id integer NOT NULL PRIMARY KEY, person_id integer, CONSTRAINT note_person FOREIGN KEY (person_id) REFERENCES person (id))"
sql "CREATE VIEW people AS SELECT email FROM person"
sql "INSERT INTO person VALUES (1, 'kept')"
helium baseline --write --design app
helium status --design app --exit-code
helium up --design app
sql "SELECT email FROM person"
helium test app --dialect $MINE
helium diff --from app@1000 --to app@1000 --dialect $MINE --exit-code
ls tmp | wc -l
--- out
app/app_1000.lua
proved on ... with rows in every table
...
kept
passed  ... app 1000  What the database held before
1 tried, 0 failed, in ... s
...
0
--- run exit=64
helium baseline --write --design app
--- out
usage: app holds migrations already
  hint: helium baseline NUMBER records them as applied
--- run exit=64
helium test app --design app
--- out
usage: --design excludes design
  hint: helium test --help
--- run exit=64
helium baseline --design app
--- out
usage: baseline needs a number, or --write
  hint: helium baseline 1000
--- run exit=64
helium baseline --write --design "an app"
--- out
usage: an app cannot be the name of a design...
