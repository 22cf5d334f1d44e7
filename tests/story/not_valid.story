A constraint that was never checked over its rows is written behind its table, where PostgreSQL goes on not checking it.
--- dialects postgresql
--- run
sql "CREATE TABLE p (id integer PRIMARY KEY)"
sql "CREATE TABLE n (a integer, p integer, CONSTRAINT n_b CHECK (a < 9))"
sql "ALTER TABLE n ADD CONSTRAINT nn CHECK (a > 0) NOT VALID, ADD CONSTRAINT np FOREIGN KEY (p) REFERENCES p NOT VALID"
sql "CREATE DOMAIN small AS integer; ALTER DOMAIN small ADD CONSTRAINT below CHECK (VALUE < 9) NOT VALID"
helium inspect --format sql
helium inspect --format json >before.json
--- out
...
CREATE TABLE "n" (
  "a" integer,
  "p" integer,
  CONSTRAINT "n_b" CHECK (a < 9)
);
ALTER TABLE "n" ADD CONSTRAINT "nn" CHECK (a > 0) NOT VALID;
ALTER TABLE "n" ADD CONSTRAINT "np" FOREIGN KEY ("p") REFERENCES "p" ("id") NOT VALID;
--- run
helium inspect --format sql >made.sql
helium diff --from "$DATABASE_URL" --to made.sql
sql "DROP TABLE n; DROP TABLE p; DROP DOMAIN small"
sql "$(cat made.sql)"
helium diff --from before.json --to "$DATABASE_URL"
helium baseline --design shop --write
--- out
the schemas are equal
the schemas are equal
shop/shop_1000.lua
proved on ... with rows in every table
--- file wanted.sql
CREATE TABLE n (a integer, CONSTRAINT nn CHECK (a > 0) NOT VALID);
--- run
sql "DROP TABLE n; DROP TABLE p; DROP DOMAIN small; CREATE TABLE n (a integer, CONSTRAINT nn CHECK (a > 0))"
helium diff --from "$DATABASE_URL" --to wanted.sql
--- out
the schemas are equal
