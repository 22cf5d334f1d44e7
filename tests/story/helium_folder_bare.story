A folder without database.lua gets Helium's macros and an engine with the same rules, on every dialect.

--- file helium.toml
designs = ["tow"]
--- file tow/tow_1000.lua
-- tow_1000.lua
-- Queries
return function(engine, design_name, schema_name, cfg)
  cfg.MIGRATION = "1000"
  return { { sql = [[
    CREATE TABLE ${SCHEMA}${QUERIES} (
      query_id ${INTEGER} NOT NULL, query_ref ${INTEGER} NOT NULL, query_status_a27 ${INTEGER} NOT NULL,
      query_type_a28 ${INTEGER} NOT NULL, query_dialect_a30 ${INTEGER} NOT NULL, query_queue_a58 ${INTEGER} NOT NULL,
      query_timeout ${INTEGER} NOT NULL, code ${TEXT_BIG} NOT NULL, name ${VARCHAR_100} NOT NULL,
      summary ${TEXT_BIG}, collection ${TEXT_BIG}, ${COMMON_CREATE}
      ${PRIMARY}(query_id), ${UNIQUE}(query_ref, query_type_a28))
    ]] }, { sql = [[
    INSERT INTO ${SCHEMA}${QUERIES} (${QUERIES_INSERT})
    VALUES (1, 1000, 1, ${TYPE_APPLIED_MIGRATION}, ${DIALECT}, ${QTC_SLOW}, ${TIMEOUT}, 'applied', 'Queries', NULL, NULL, ${COMMON_VALUES})
    ]] }, { sql = [[
    INSERT INTO ${SCHEMA}${QUERIES} (${QUERIES_INSERT})
    VALUES (2, 1000, 1, ${TYPE_REVERSE_MIGRATION}, ${DIALECT}, ${QTC_SLOW}, ${TIMEOUT}, [=[
      DELETE FROM ${SCHEMA}${QUERIES}
      ${SUBQUERY_DELIMITER}
      DROP TABLE ${SCHEMA}${QUERIES}
    ]=], 'No queries', NULL, NULL, ${COMMON_VALUES})
    ]] } }
end
--- file tow/tow_1001.lua
-- tow_1001.lua
-- Tugs
return function(engine, design_name, schema_name, cfg)
  cfg.TABLE = "tugs"
  cfg.MIGRATION = "1001"
  cfg.LOG = ("wet "):rep(300)
  return { { sql = [[
    INSERT INTO ${SCHEMA}${QUERIES} (${QUERIES_INSERT})
    VALUES (3, 1001, 1, ${TYPE_FORWARD_MIGRATION}, ${DIALECT}, ${QTC_SLOW}, ${TIMEOUT}, [=[
      CREATE TABLE ${SCHEMA}${TABLE} (id ${INTEGER} NOT NULL, log ${TEXT_BIG})
      ${SUBQUERY_DELIMITER}
      INSERT INTO ${SCHEMA}${TABLE} (id, log) VALUES (1, [==[${LOG}]==])
      ${SUBQUERY_DELIMITER}
      UPDATE ${SCHEMA}${QUERIES} SET query_type_a28 = 1003 WHERE query_ref = 1001 AND query_type_a28 = 1000
    ]=], 'Tugs', NULL, NULL, ${COMMON_VALUES})
    ]] }, { sql = [[
    INSERT INTO ${SCHEMA}${QUERIES} (${QUERIES_INSERT})
    VALUES (4, 1001, 1, ${TYPE_REVERSE_MIGRATION}, ${DIALECT}, ${QTC_SLOW}, ${TIMEOUT}, [=[
      DROP TABLE ${SCHEMA}${TABLE}
      ${SUBQUERY_DELIMITER}
      UPDATE ${SCHEMA}${QUERIES} SET query_type_a28 = 1000 WHERE query_ref = 1001 AND query_type_a28 = 1003
    ]=], 'No tugs', NULL, NULL, ${COMMON_VALUES})
    ]] } }
end
--- run
helium validate; helium up
--- out
...
load tow 1000  Queries  ...
load tow 1001  Tugs  ...
up   tow 1001  Tugs  ...
3 migrations in ...
--- run
sql "SELECT LENGTH(log) FROM tugs"; helium status --deep --exit-code
--- out
1200
...up to date
--- run
helium down --all; helium up
--- out
down tow 1001  Tugs  ...
down tow 1000  Queries  ...
2 migrations in ...
load tow 1000  Queries  ...
load tow 1001  Tugs  ...
up   tow 1001  Tugs  ...
3 migrations in ...
--- run
sed 's/1001/1002/g; s/VALUES (3/VALUES (5/; s/VALUES (4/VALUES (6/; s/tugs/ropes/; s/= 1003 WHERE/= 1000 WHERE/' tow/tow_1001.lua > tow/tow_1002.lua; helium up || true
--- out
...the SQL of tow_1002 did not mark it as ...: no row of the queries table has its number and type 1003...
--- run
rm tow/tow_1002.lua; sed 's/1001/1003/g; s/tugs/chains/; s/DROP TABLE ${SCHEMA}${TABLE}/SELECT 1/' tow/tow_1001.lua > tow/tow_1003.lua; helium validate
--- out
...tow/tow_1003.lua:10:7: warning: asymmetric: forward creates table chains, the reverse does not drop it
...
  hint: the reverse is to be the exact mirror of forward; Db2 refuses a DELETE of nothing
--- run exit=4 @sqlite @postgresql
sed 's/CREATE TABLE/CREATE TABEL/; s/VALUES (3/VALUES (7/; s/VALUES (4/VALUES (8/' tow/tow_1003.lua > t; mv t tow/tow_1003.lua; helium up --load-only >/dev/null; helium up
--- out @sqlite @postgresql
...tow/tow_1003.lua:10:...: database: ...
...
