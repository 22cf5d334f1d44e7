The next migration is generated from two schemas as text, without a server, in a folder of SQL files, and then run
on tables that hold rows.
--- dialects postgresql

--- file users/0001_create_users.sql
-- 0001_create_users
-- UP
BEGIN;
CREATE TABLE users (
  id serial PRIMARY KEY,
  email varchar(255) UNIQUE NOT NULL,
  created_at timestamp DEFAULT now()
);
COMMIT;

-- DOWN
BEGIN;
DROP TABLE users;
COMMIT;
--- file from.sql
CREATE TABLE users (
  id serial PRIMARY KEY,
  email varchar(255) UNIQUE NOT NULL,
  created_at timestamp DEFAULT now()
);
--- file to.sql
CREATE TABLE users (
  id serial PRIMARY KEY,
  email varchar(255) UNIQUE NOT NULL,
  name varchar(255) NOT NULL,
  created_at timestamp DEFAULT now(),
  updated_at timestamp DEFAULT now()
);
CREATE INDEX users_email_idx ON users (email);
--- run
helium up --design users
sql "INSERT INTO users (email) VALUES ('a'), ('b'), ('c')"
helium generate add_name --from from.sql --to to.sql --design users --dialect postgresql --scratch none
cat users/0002_add_name.sql
--- out
up   users 1 ...
1 migration in ...
note: the columns of users stand in another order
review: rows that are there get '' in users.name
users/0002_add_name.sql
proved by folding the text
-- 0002_add_name
-- Proved by folding the text: no server ran it.
-- UP
BEGIN;
ALTER TABLE users ADD COLUMN name varchar(255);
-- REVIEW: rows that are there get '' in users.name
UPDATE users SET name = '' WHERE name IS NULL;
ALTER TABLE users ALTER COLUMN name SET NOT NULL;
ALTER TABLE users ADD COLUMN updated_at timestamp DEFAULT now();
CREATE INDEX users_email_idx ON users (email);
COMMIT;

-- DOWN
BEGIN;
DROP INDEX users_email_idx;
ALTER TABLE users DROP COLUMN updated_at;
ALTER TABLE users DROP COLUMN name;
COMMIT;
--- run
helium up --design users
sql "SELECT count(*), count(updated_at), max(length(name)) FROM users"
helium inspect --format sql | grep -c 'users_email_idx'
helium down --design users
sql "SELECT count(*) FROM users"
helium generate add_name --from to.sql --to to.sql --design users --dialect postgresql --scratch none
--- out
up   users 2 ...
1 migration in ...
3...3...0
1
down users 2 ...
1 migration in ...
3
the schemas are equal: nothing to write
--- run exit=64
helium generate x --from from.sql --op "ad_column users age int" --design users --dialect postgresql --scratch none
--- out
--op:1:1: usage: there is no operation ad_column
  ad_column users age int
  ^
  hint: did you mean add_column?
--- run
helium generate age --from from.sql --op "add_column users age int" --op "drop_column users created_at" --idempotent --design users --dialect postgresql --scratch none
grep -v '^--' users/0003_age.sql
--- out
review: the data of users.created_at go with it
users/0003_age.sql
proved by folding the text
BEGIN;
ALTER TABLE users DROP COLUMN IF EXISTS created_at;
ALTER TABLE users ADD COLUMN IF NOT EXISTS age integer;
COMMIT;

BEGIN;
ALTER TABLE users DROP COLUMN IF EXISTS age;
ALTER TABLE users ADD COLUMN IF NOT EXISTS created_at timestamp DEFAULT now();
COMMIT;
--- run exit=65
printf 'CREATE TABLE users (\n  id serial,\n  email varchar(255) NULL NOT\n);\n' > bad.sql
helium diff --from from.sql --to bad.sql --dialect postgresql
--- out
bad.sql:4:1: design: syntax error at or near ")"
...
