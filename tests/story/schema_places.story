What only a server understands is loaded on a throw-away place: .sql files, a design up to a number; and what generate
writes is proved there, with rows.
--- dialects sqlite postgresql mariadb

--- file env
chmod 711 . && mkdir -p -m 777 tmp
export TMPDIR="$PWD/tmp" XDG_CACHE_HOME="$PWD/cache" MINE="${DATABASE_URL%%:*}"
--- file shop/shop_1.lua
return { forward = { { sql = [=[
  CREATE TABLE person (id integer NOT NULL, email varchar(255) NOT NULL, CONSTRAINT person_pk PRIMARY KEY (id))
]=] } }, reverse = { { sql = [=[ DROP TABLE person ]=] } } }
--- file shop/shop_2.lua
return {
  forward = { { sql = [=[ ALTER TABLE person ADD COLUMN name varchar(40) ]=] } },
  reverse = { { sql = [=[ ALTER TABLE person DROP COLUMN name ]=] } },
}
--- file wanted/1_person.sql
CREATE TABLE person (
  id integer NOT NULL,
  email varchar(255) NOT NULL,
  name varchar(40),
  CONSTRAINT person_pk PRIMARY KEY (id)
);
--- file wanted/2_note.sql
CREATE TABLE note (id integer NOT NULL PRIMARY KEY, body varchar(20));
--- run
. ./env
helium diff --from shop@1 --to shop@2 --dialect $MINE
helium diff --design shop --from shop@2 --to wanted --dialect $MINE
ls tmp | wc -l
--- out
add_column  person.name
create_table  note
0
--- run exit=66
helium diff --from shop@1 --to shop@3 --dialect sqlite
--- out
missing: the design shop has no migration 3
--- run exit=66
helium diff --design shop --from shopp@1 --to shop@2 --dialect sqlite
--- out
missing: shopp is no folder and no design
  hint: did you mean shop?
--- run
. ./env
helium generate "notes" --from shop@2 --to wanted --dialect $MINE --design shop
grep -n Proved shop/shop_3.lua
--- out
shop/shop_3.lua
proved on ... with rows in every table
...Proved on ... with rows in every table.
--- file narrow.sql
CREATE TABLE person (id integer NOT NULL, email varchar(3) NOT NULL, name varchar(40), CONSTRAINT person_pk PRIMARY KEY (id));
--- run exit=65 @postgresql @mariadb
. ./env
helium generate "short" --from shop@2 --to narrow.sql --dialect $MINE --design shop
--- out @postgresql @mariadb
unsupported: the migration is not proved: after ...
--- file wanted/3_note.sql
-- the second one
CREATE TABLE note (id integer NOT NULL PRIMARY KEY);
--- run exit=65
helium diff --from wanted --to narrow.sql --dialect ${DATABASE_URL%%:*}
--- out
wanted/3_note.sql:2:...: design: the table note is made twice; it stands in wanted/2_note.sql:1 too...
--- run exit=65 @mariadb
. ./env
helium diff --from narrow.sql --to narrow.sql --dialect mysql
--- out @mariadb
...--scratch URL...
