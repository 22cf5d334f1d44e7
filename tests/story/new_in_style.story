`helium new` in a folder of SQL files writes the next file the way the folder's files are.
--- dialects sqlite

--- file goose/1_users.sql
-- +goose Up
CREATE TABLE users (id integer);

-- +goose Down
DROP TABLE users;
--- file dbmate/20260101120000_users.sql
-- migrate:up
create table users (id integer);

-- migrate:down
drop table users;
--- file pair/0001_users.up.sql
BEGIN;
CREATE TABLE users (id integer);
COMMIT;
--- file pair/0001_users.down.sql
BEGIN;
DROP TABLE users;
COMMIT;
--- file flyway/V10__users.sql
CREATE TABLE users (id integer);
--- file flyway/V20__more.sql
CREATE TABLE more (id integer);
--- file flyway/U20__more.sql
DROP TABLE more;
--- file plain/shop_0001.sql
-- shop_0001.sql
-- Description: Users
-- UP
CREATE TABLE users (id integer);

-- DOWN
DROP TABLE users;
--- run
helium new "add email to users" --design goose
cat goose/2_add_email_to_users.sql
--- out
goose/2_add_email_to_users.sql
-- +goose Up
ALTER TABLE users ADD COLUMN email varchar(255);

-- +goose Down
ALTER TABLE users DROP COLUMN email;
--- run
cat "$(helium new "Rename id to code in users" --design dbmate)"
--- out
-- migrate:up
alter table users rename column id to code;

-- migrate:down
alter table users rename column code to id;
--- run
helium new "create customers" --design pair
cat pair/0002_create_customers.up.sql pair/0002_create_customers.down.sql
--- out
pair/0002_create_customers.up.sql
BEGIN;
CREATE TABLE customers (
  id integer NOT NULL PRIMARY KEY,
  name varchar(100) NOT NULL
);
COMMIT;
BEGIN;
DROP TABLE customers;
COMMIT;
--- run
helium new "drop id from users" --design flyway
cat flyway/V30__drop_id_from_users.sql flyway/U30__drop_id_from_users.sql
--- out
flyway/V30__drop_id_from_users.sql
ALTER TABLE users DROP COLUMN id;
ALTER TABLE users ADD COLUMN id varchar(255);
--- run
cat "$(helium new "add email to users" --design plain)"
helium up --design plain
helium down --design plain
--- out
-- shop_0002.sql
-- Description: Add email to users
-- UP
ALTER TABLE users ADD COLUMN email varchar(255);

-- DOWN
ALTER TABLE users DROP COLUMN email;
up   shop 1  ...
up   shop 2  ...
2 migrations in ...
down shop 2  ...
1 migration in ...
--- run exit=64
helium new "漢字" --design goose
--- out
usage: a title names the file too, so it needs a letter of a to z or a digit
  hint: helium new "add email to customers"
