A database that another runtime loaded and applied is taken over as it is: also half way, with compressed calls.
--- dialects sqlite postgresql mariadb mysql

--- file tow/tow_1001.lua
-- tow_1001.lua
-- Tugs
return function(engine, design_name, schema_name, cfg)
  cfg.TABLE = "tugs"
  cfg.MIGRATION = "1001"
  return { { sql = [[
    INSERT INTO ${SCHEMA}${QUERIES} (${QUERIES_INSERT})
    SELECT 4, ${MIGRATION}, 1, ${TYPE_FORWARD_MIGRATION}, ${DIALECT}, 0, 5000, [=[
      CREATE TABLE ${SCHEMA}${TABLE} (id ${INTEGER}, log ${TEXT_BIG})
      ${SUBQUERY_DELIMITER}
      UPDATE ${SCHEMA}${QUERIES} SET query_type_a28 = 1003 WHERE query_ref = ${MIGRATION} AND query_type_a28 = 1000
    ]=], 'Tugs', NULL, '{}', ${COMMON_INSERT} ]] },
    { sql = [[
    INSERT INTO ${SCHEMA}${QUERIES} (${QUERIES_INSERT})
    SELECT 5, ${MIGRATION}, 1, ${TYPE_REVERSE_MIGRATION}, ${DIALECT}, 0, 5000, [=[
      DROP TABLE ${SCHEMA}${TABLE}
      ${SUBQUERY_DELIMITER}
      UPDATE ${SCHEMA}${QUERIES} SET query_type_a28 = 1000 WHERE query_ref = ${MIGRATION} AND query_type_a28 = 1003
    ]=], 'No tugs', NULL, '{}', ${COMMON_INSERT} ]] } }
end
--- file copies.sh
# The other files are like it; what differs is said.
cp $COMPAT/harbor/migrations/database*.lua tow/
sed 's/harbor/tow/' $COMPAT/harbor/migrations/harbor_1000.lua > tow/tow_1000.lua
sed 's/1001/1002/g; s/SELECT 4/SELECT 6/; s/SELECT 5/SELECT 7/; s/CREATE TABLE .*/INSERT INTO ${SCHEMA}${TABLE} (id) VALUES (1)/; s/DROP TABLE .*/DELETE FROM ${SCHEMA}${TABLE}/' tow/tow_1001.lua > tow/tow_1002.lua
sed 's/1001/1003/g; s/SELECT 4/SELECT 8/; s/SELECT 5/SELECT 9/; s/tugs/ropes/' tow/tow_1001.lua > tow/tow_1003.lua
--- file foreign.sql
CREATE TABLE queries (query_id INTEGER NOT NULL PRIMARY KEY, query_ref INTEGER NOT NULL, query_status_a27 INTEGER NOT NULL, query_type_a28 INTEGER NOT NULL, query_dialect_a30 INTEGER NOT NULL, query_queue_a58 INTEGER NOT NULL, query_timeout INTEGER NOT NULL, code TEXT NOT NULL, name TEXT NOT NULL, summary TEXT, collection TEXT, valid_after TIMESTAMP NULL, valid_until TIMESTAMP NULL, created_id INTEGER, created_at TIMESTAMP NULL, updated_id INTEGER, updated_at TIMESTAMP NULL, UNIQUE (query_ref, query_type_a28));
INSERT INTO queries (query_id, query_ref, query_status_a27, query_type_a28, query_dialect_a30, query_queue_a58, query_timeout, code, name) VALUES
(1, 1000, 1, 1003, 2, 0, 5000, 'applied while it was loaded', 'Queries'),
(2, 1000, 1, 1001, 2, 0, 5000, 'DELETE FROM queries WHERE query_type_a28 IN (1000, 1001, 1002, 1003)
-- SUBQUERY DELIMITER
DROP TABLE queries', 'No queries'),
(4, 1001, 1, 1003, 2, 0, 5000, 'CREATE TABLE tugs (id INTEGER, log TEXT)
-- SUBQUERY DELIMITER
UPDATE queries SET query_type_a28 = 1003 WHERE query_ref = 1001 AND query_type_a28 = 1000', 'Tugs'),
(5, 1001, 1, 1001, 2, 0, 5000, 'DROP TABLE tugs
-- SUBQUERY DELIMITER
UPDATE queries SET query_type_a28 = 1000 WHERE query_ref = 1001 AND query_type_a28 = 1003', 'No tugs'),
(6, 1002, 1, 1000, 2, 0, 5000, 'INSERT INTO tugs (id, log) VALUES (1, DECOMPRESSED)
-- SUBQUERY DELIMITER
UPDATE queries SET query_type_a28 = 1003 WHERE query_ref = 1002 AND query_type_a28 = 1000', 'A tug'),
(7, 1002, 1, 1001, 2, 0, 5000, 'DELETE FROM tugs
-- SUBQUERY DELIMITER
UPDATE queries SET query_type_a28 = 1000 WHERE query_ref = 1002 AND query_type_a28 = 1003', 'No tug');
CREATE TABLE tugs (id INTEGER, log TEXT);
--- file call @sqlite
BROTLI_DECOMPRESS(CRYPTO_DECODE(''GzsA+I3UXvNH0GxJl3TXICcuZUoTd0oAgcSH7wU='', ''base64''))
--- file call @postgresql
brotli_decompress(DECODE(''GzsA+I3UXvNH0GxJl3TXICcuZUoTd0oAgcSH7wU='', ''base64''))
--- file call @mariadb @mysql
brotli_decompress(FROM_BASE64(''GzsA+I3UXvNH0GxJl3TXICcuZUoTd0oAgcSH7wU=''))
--- run
. ./copies.sh; sed "s|DECOMPRESSED|$(cat call)|" foreign.sql > f.sql; sql "$(cat f.sql)"; helium status --design tow
--- out
...
    applied  2  1000 1001
    pending  2  1002 1003
    loaded   1  1002
--- run
helium up --design tow
--- out
load tow 1003  Tugs  ...
up   tow 1002  Tugs  ...
up   tow 1003  Tugs  ...
3 migrations in ...
--- run
sql "SELECT LENGTH(log) FROM tugs"; sql "SELECT COUNT(*) FROM queries WHERE query_type_a28 = 1003"; helium status --design tow --exit-code
--- out
60
4
...up to date
--- run exit=4
sql "UPDATE queries SET query_status_a27 = 0"; helium up --design tow
--- out
...
--- run
sql "SELECT COUNT(*) FROM queries"; sql "UPDATE queries SET query_status_a27 = 1"
--- out
8
--- run
helium down --all --design tow
--- out
down tow 1003  ...
down tow 1002  ...
down tow 1001  ...
down tow 1000  ...
4 migrations in ...
