A folder of SQL files with up and down markers is a design like any other.
--- dialects sqlite postgresql mariadb mysql

--- file shop/V1__first_table.sql
CREATE TABLE a (b integer);
INSERT INTO a VALUES (1);
--- file shop/U1__first_table.sql
DROP TABLE a;
--- file shop/V2__second_table.sql
CREATE TABLE c (d integer);
--- file shop/R__rows.sql
DELETE FROM a;
INSERT INTO a VALUES (2);
--- file forum/1_posts.sql
-- +goose Up
BEGIN;
CREATE TABLE posts (id integer);
INSERT INTO posts VALUES (1);
COMMIT;
-- +goose Down
DROP TABLE posts;
--- file forum/2_wrong.sql
-- +goose Up
CREATE TABLE answers (id integer);
CREATE TABEL answers;
-- +goose Down
DROP TABLE answers;
--- run
helium validate --design shop --dialect sqlite
helium up --design shop
sql "SELECT b FROM a"
sed -i.old 's/(2)/(3)/' shop/R__rows.sql && rm shop/R__rows.sql.old
helium up --design shop
sql "SELECT b FROM a"
helium status --design shop --format json
--- out
...
up   shop 1  first table  ...
up   shop 2  second table  ...
up   shop ...rows...
3 migrations in ...
2
up   shop ...rows...
1 migration in ...
3
{"version":1,...
--- run exit=65
helium down --design shop
--- out
...shop_2 cannot be taken back: it has no reverse section
...
--- file shop/U2__second_table.sql
DROP TABLE c;
--- run
helium repair 2 --design shop >/dev/null 2>&1
helium down --design shop --all
helium status --design shop --format json
--- out
shop: info: repeatable: 1 repeatable migration has no way back and stays applied
  hint: helium up runs one again when its text has changed
down shop 2  second table  ...
down shop 1  first table  ...
2 migrations in ...
..."applied":[9...],"pending":[1,2],...
--- run
helium up --design shop
sql "SELECT b FROM a"
sed -i.old 's/(3)/(4)/' shop/R__rows.sql && rm shop/R__rows.sql.old
helium up --design shop
sql "SELECT b FROM a"
helium validate --design shop --dialect sqlite
--- out
up   shop 1  first table  ...
up   shop 2  second table  ...
2 migrations in ...
1
up   shop ...rows...
1 migration in ...
4
nothing wrong
--- run exit=4 @sqlite @postgresql
helium up --design forum
--- out @sqlite @postgresql
forum/2_wrong.sql:3:8: ...
...
--- run exit=5 @mariadb @mysql
helium up --design forum
--- out @mariadb @mysql
forum/2_wrong.sql:3:8: ...
...
--- run @sqlite @postgresql
helium down --design forum --to 0
--- out @sqlite @postgresql
down forum 1  posts  ...
1 migration in ...
--- file bad/crm_1.sql
CREATE TABLE a (b integer);
--- file bad/crm_1.2.sql
CREATE TABLE c (d integer);
--- file bad/crm_2_more.sql
CREATE TABLE e (f integer);
--- run exit=65 @sqlite @postgresql
helium up --design bad
--- out @sqlite @postgresql
bad/crm_1.2.sql: design: bad_name: crm_1.2.sql has a version of several numbers, 1.2: a migration has one whole number
  bad_name: crm_2_more.sql looks like a migration and is none: it has not the form crm_<number>.sql
  hint: rename all of them to numbers in the same order, this one to crm_1002.sql; a database that has them already is told by helium baseline
--- run exit=65 @sqlite @postgresql
mv bad/crm_1.2.sql bad/crm_1002.sql
helium up --design bad
--- out @sqlite @postgresql
bad/crm_2_more.sql: design: bad_name: crm_2_more.sql looks like a migration and is none: it has not the form crm_<number>.sql
  hint: name it crm_<number>.sql; a number has digits alone and fits into 64 bits
--- file laptop/migrations/1_price.up.sql
CREATE TABLE price (p integer);
INSERT INTO price VALUES (100);
--- run @sqlite
helium up --design laptop/migrations
mv laptop checkout
--- out @sqlite
up   laptop 1  price  ...
1 migration in ...
--- run exit=65 @sqlite
helium up --design checkout/migrations
--- out @sqlite
checkout/migrations/1_price.up.sql: design: renamed: this very file has run here already, ...as laptop_1: ...
...
--- file blog/1_posts.sql
-- +goose Up
CREATE TABLE post (id integer);
-- +goose Down
-- +goose StatementBegin
-- +goose StatementEnd
--- run @sqlite
helium validate --design blog --dialect sqlite
--- out @sqlite
blog/1_posts.sql: warning: irreversible: its reverse section is empty: down cannot pass this migration
  hint: write it: docs/authoring.md has its forms
--- run exit=65 @sqlite
helium up --design blog
helium down --design blog
--- out @sqlite
up   blog 1 ...
1 migration in ...
...blog_1 cannot be taken back: its reverse section is empty
...
