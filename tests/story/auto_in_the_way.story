auto changes a type under a computed column, its index, a view and a trigger, and takes nothing away.
--- dialects postgresql

--- file app/app_1.sql
CREATE TABLE a (id integer PRIMARY KEY, n integer, g bigint GENERATED ALWAYS AS (n * 2) STORED);
CREATE INDEX a_g ON a (g);
CREATE FUNCTION put() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
CREATE TRIGGER o BEFORE UPDATE OF n ON a FOR EACH ROW EXECUTE FUNCTION put();
CREATE VIEW v AS SELECT g FROM a;
INSERT INTO a (id, n) VALUES (1, 21);
--- file wanted.sql
CREATE TABLE a (id integer PRIMARY KEY, n bigint, g bigint GENERATED ALWAYS AS (n * 2) STORED);
CREATE INDEX a_g ON a (g);
CREATE FUNCTION put() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
CREATE TRIGGER o BEFORE UPDATE OF n ON a FOR EACH ROW EXECUTE FUNCTION put();
CREATE VIEW v AS SELECT g FROM a;
--- run
helium up --design app
helium auto --design app --to wanted.sql --scratch "$DATABASE_URL" | grep -c '^up   app 2'
helium auto --design app --to wanted.sql --scratch "$DATABASE_URL"
sql "SELECT v.g, a.n FROM v, a"
helium down --design app --to 1
sql "SELECT v.g, a.n FROM v, a"
--- out
up   app 1 ...
1 migration in ...
1
nothing to do
...42...21...
down app 2 ...
1 migration in ...
...42...21...
--- file wanted.sql
CREATE TABLE a (id integer PRIMARY KEY, n bigint, g bigint GENERATED ALWAYS AS (n * 2) STORED);
CREATE INDEX a_g ON a (g);
CREATE FUNCTION put() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
CREATE TRIGGER o BEFORE UPDATE OF n ON a FOR EACH ROW EXECUTE FUNCTION put();
ALTER TABLE a DISABLE TRIGGER o;
CREATE VIEW v AS SELECT g FROM a;
COMMENT ON COLUMN v.g IS 'twice';
--- run
rm app/app_2*; helium repair --design app >repaired.txt 2>&1
sql "COMMENT ON COLUMN v.g IS 'twice'; ALTER TABLE a DISABLE TRIGGER o" >sql.txt 2>&1
helium auto --design app --to wanted.sql --scratch "$DATABASE_URL" | grep '^up'
sql "SELECT col_description('$HELIUM_SCHEMA.v'::regclass, 1), tgenabled FROM pg_trigger WHERE tgname = 'o' AND tgrelid = '$HELIUM_SCHEMA.a'::regclass"
helium down --design app --to 1 >down.txt
sql "SELECT col_description('$HELIUM_SCHEMA.v'::regclass, 1), tgenabled FROM pg_trigger WHERE tgname = 'o' AND tgrelid = '$HELIUM_SCHEMA.a'::regclass"
--- out
...up   app 2 ...
twice|D
twice|D
--- run exit=4
rm app/app_2*; helium repair --design app >repaired.txt 2>&1; sql "CREATE RULE nothing AS ON UPDATE TO v DO INSTEAD NOTHING" >sql.txt 2>&1
helium auto --design app --to wanted.sql --scratch "$DATABASE_URL"
--- out
refused: this would take data away: rule nothing on v is lost: the view v is dropped and made again without it...
