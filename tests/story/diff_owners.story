A view or routine that diff makes again is still of who it was: it runs with that one's rights.
--- dialects postgresql
--- file wanted.sql
CREATE TABLE t (id int PRIMARY KEY, n bigint);
CREATE VIEW v AS SELECT id, n FROM t;
CREATE MATERIALIZED VIEW m AS SELECT id, n FROM t;
CREATE FUNCTION g(n integer) RETURNS bigint SECURITY DEFINER LANGUAGE sql AS 'SELECT 1';
CREATE FUNCTION fresh() RETURNS bigint LANGUAGE sql AS 'SELECT 1';
--- file app/app_1.lua
return { forward = { { sql = "SELECT 1", reverse = "" } } }
--- run
sql "CREATE ROLE $HELIUM_SCHEMA; GRANT ALL ON SCHEMA $HELIUM_SCHEMA TO $HELIUM_SCHEMA"
sql "CREATE TABLE t (id int PRIMARY KEY, n int); CREATE VIEW v AS SELECT id, n FROM t; CREATE MATERIALIZED VIEW m AS SELECT id, n FROM t; CREATE FUNCTION g(n integer) RETURNS int SECURITY DEFINER LANGUAGE sql AS 'SELECT 1'"
sql "ALTER VIEW v OWNER TO $HELIUM_SCHEMA; ALTER MATERIALIZED VIEW m OWNER TO $HELIUM_SCHEMA; ALTER FUNCTION g OWNER TO $HELIUM_SCHEMA"
whose() { sql "SELECT relname, relowner::regrole = '$HELIUM_SCHEMA'::regrole FROM pg_class WHERE relname IN ('v', 'm') AND relnamespace = '$HELIUM_SCHEMA'::regnamespace UNION ALL SELECT proname, proowner::regrole = '$HELIUM_SCHEMA'::regrole FROM pg_proc WHERE proname IN ('g', 'fresh') AND pronamespace = '$HELIUM_SCHEMA'::regnamespace ORDER BY 1"; }
helium generate more --from $DATABASE_URL --to wanted.sql --design app >/dev/null 2>&1
helium up --design app >/dev/null
helium diff --from $DATABASE_URL --to wanted.sql 2>/dev/null
whose
helium down --design app >/dev/null
whose
sql "REASSIGN OWNED BY $HELIUM_SCHEMA TO CURRENT_USER; DROP OWNED BY $HELIUM_SCHEMA; DROP ROLE $HELIUM_SCHEMA"
--- out
the schemas are equal
fresh|f
g|t
m|t
v|t
g|t
m|t
v|t
