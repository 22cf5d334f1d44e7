A migration that another runtime broke off in the middle, where DDL ends transactions, is found and finished.
--- dialects mariadb mysql

--- file tow/tow_1001.lua
-- tow_1001.lua
-- Tugs
return function(engine, design_name, schema_name, cfg)
  cfg.TABLE = "tugs"
  cfg.MIGRATION = "1001"
  return { { sql = [[
    INSERT INTO ${SCHEMA}${QUERIES} (${QUERIES_INSERT})
    SELECT 4, ${MIGRATION}, 1, ${TYPE_FORWARD_MIGRATION}, ${DIALECT}, 0, 5000, [=[
      CREATE TABLE ${SCHEMA}${TABLE} (id ${INTEGER})
      ${SUBQUERY_DELIMITER}
      INSERT INTO ${SCHEMA}${TABLE} VALUES (1)
      ${SUBQUERY_DELIMITER}
      ALTER TABLE ${SCHEMA}${TABLE} ADD COLUMN log ${TEXT}
      ${SUBQUERY_DELIMITER}
      INSERT INTO ${SCHEMA}${TABLE} VALUES (2, 'wet')
      ${SUBQUERY_DELIMITER}
      CREATE INDEX by_id ON ${SCHEMA}${TABLE} (id)
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
--- file helium.toml
designs = ["tow"]
--- run
cp $COMPAT/harbor/migrations/database*.lua tow/; sed 's/harbor/tow/' $COMPAT/harbor/migrations/harbor_1000.lua > tow/tow_1000.lua; helium up --load-only
--- out
...load tow 1000  ...
load tow 1001  Tugs  ...
2 migrations in ...
--- run
for table in $(sql "SELECT table_name FROM information_schema.tables WHERE table_schema = DATABASE() AND table_name LIKE 'helium%'"); do sql "DROP TABLE $table"; done
sql "CREATE TABLE tugs (id integer, log text)"; sql "INSERT INTO tugs VALUES (1, NULL)"; helium status
--- out
...
    failed   1001  forward: 3 of 6 statements done; another runtime broke off; ...
... tow_1001 is half done: 3 of 6 statements stand: another runtime broke off; what these statements made is there
  hint: mend the file, then helium resume; or helium resume --undo
--- run exit=5
helium up
--- out
...tow_1001 is half done: 3 of 6 statements stand...
...
--- run
helium resume
--- out
...
1 migration in ...
--- run
sql "SELECT id, log FROM tugs ORDER BY id"; sql "SELECT query_type_a28 FROM queries WHERE query_ref = 1001 AND query_type_a28 IN (1000, 1003)"; helium status --exit-code
--- out
1	NULL
2	wet
1003
...up to date
--- run
helium down --all; helium up; sql "SELECT COUNT(*) FROM tugs"
--- out
...
2
