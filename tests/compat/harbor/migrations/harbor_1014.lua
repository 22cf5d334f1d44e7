-- harbor_1014.lua
-- A notice above 1 KB
--
-- CHANGELOG
-- 1.0.0 - 2026-03-05 - First version

return function(engine, design_name, schema_name, cfg)
  local queries = {}

  cfg.TABLE = "notices"
  cfg.MIGRATION = "1014"

  table.insert(queries, { sql = [[
  INSERT INTO ${SCHEMA}${QUERIES} (
    ${QUERIES_INSERT}
  )
  WITH next_query_id AS (
    SELECT COALESCE(MAX(query_id), 0) + 1 AS new_query_id
    FROM ${SCHEMA}${QUERIES}
  )
  SELECT
    new_query_id AS query_id,
    ${MIGRATION} AS query_ref,
    ${STATUS_ACTIVE} AS query_status_a27,
    ${TYPE_FORWARD_MIGRATION} AS query_type_a28,
    ${DIALECT} AS query_dialect_a30,
    ${QTC_SLOW} AS query_queue_a58,
    ${TIMEOUT} AS query_timeout,
    [=[
        INSERT INTO ${SCHEMA}${TABLE} (notice_id, title, body, ${COMMON_FIELDS})
        VALUES (2, 'The rules', [==[
            <p>Line 1 of the harbor rules: keep 3 m away; 5% is paid at C:\desk\1.</p>
            <p>Line 2 of the harbor rules: keep 6 m away; 5% is paid at C:\desk\2.</p>
            <p>Line 3 of the harbor rules: keep 9 m away; 5% is paid at C:\desk\3.</p>
            <p>Line 4 of the harbor rules: keep 12 m away; 5% is paid at C:\desk\4.</p>
            <p>Line 5 of the harbor rules: keep 15 m away; 5% is paid at C:\desk\5.</p>
            <p>Line 6 of the harbor rules: keep 18 m away; 5% is paid at C:\desk\6.</p>
            <p>Line 7 of the harbor rules: keep 21 m away; 5% is paid at C:\desk\7.</p>
            <p>Line 8 of the harbor rules: keep 24 m away; 5% is paid at C:\desk\8.</p>
            <p>Line 9 of the harbor rules: keep 27 m away; 5% is paid at C:\desk\9.</p>
            <p>Line 10 of the harbor rules: keep 30 m away; 5% is paid at C:\desk\10.</p>
            <p>Line 11 of the harbor rules: keep 33 m away; 5% is paid at C:\desk\11.</p>
            <p>Line 12 of the harbor rules: keep 36 m away; 5% is paid at C:\desk\12.</p>
            <p>Line 13 of the harbor rules: keep 39 m away; 5% is paid at C:\desk\13.</p>
            <p>Line 14 of the harbor rules: keep 42 m away; 5% is paid at C:\desk\14.</p>
            <p>Line 15 of the harbor rules: keep 45 m away; 5% is paid at C:\desk\15.</p>
            <p>Line 16 of the harbor rules: keep 48 m away; 5% is paid at C:\desk\16.</p>
            <p>Line 17 of the harbor rules: keep 51 m away; 5% is paid at C:\desk\17.</p>
            <p>Line 18 of the harbor rules: keep 54 m away; 5% is paid at C:\desk\18.</p>
            <p>Line 19 of the harbor rules: keep 57 m away; 5% is paid at C:\desk\19.</p>
            <p>Line 20 of the harbor rules: keep 60 m away; 5% is paid at C:\desk\20.</p>
            <p>Line 21 of the harbor rules: keep 63 m away; 5% is paid at C:\desk\21.</p>
            <p>Line 22 of the harbor rules: keep 66 m away; 5% is paid at C:\desk\22.</p>
            <p>Line 23 of the harbor rules: keep 69 m away; 5% is paid at C:\desk\23.</p>
            <p>Line 24 of the harbor rules: keep 72 m away; 5% is paid at C:\desk\24.</p>
            <p>Line 25 of the harbor rules: keep 75 m away; 5% is paid at C:\desk\25.</p>
            <p>Line 26 of the harbor rules: keep 78 m away; 5% is paid at C:\desk\26.</p>
            <p>Line 27 of the harbor rules: keep 81 m away; 5% is paid at C:\desk\27.</p>
            <p>Line 28 of the harbor rules: keep 84 m away; 5% is paid at C:\desk\28.</p>
            <p>Line 29 of the harbor rules: keep 87 m away; 5% is paid at C:\desk\29.</p>
            <p>Line 30 of the harbor rules: keep 90 m away; 5% is paid at C:\desk\30.</p>
            <p>Line 31 of the harbor rules: keep 93 m away; 5% is paid at C:\desk\31.</p>
            <p>Line 32 of the harbor rules: keep 96 m away; 5% is paid at C:\desk\32.</p>
            <p>Line 33 of the harbor rules: keep 99 m away; 5% is paid at C:\desk\33.</p>
            <p>Line 34 of the harbor rules: keep 102 m away; 5% is paid at C:\desk\34.</p>
            <p>Line 35 of the harbor rules: keep 105 m away; 5% is paid at C:\desk\35.</p>
            <p>Line 36 of the harbor rules: keep 108 m away; 5% is paid at C:\desk\36.</p>
            <p>Line 37 of the harbor rules: keep 111 m away; 5% is paid at C:\desk\37.</p>
            <p>Line 38 of the harbor rules: keep 114 m away; 5% is paid at C:\desk\38.</p>
            <p>Line 39 of the harbor rules: keep 117 m away; 5% is paid at C:\desk\39.</p>
          ]==], ${COMMON_VALUES});

        ${SUBQUERY_DELIMITER}

        UPDATE ${SCHEMA}${QUERIES}
        SET query_type_a28 = ${TYPE_APPLIED_MIGRATION}
        WHERE query_ref = ${MIGRATION}
          AND query_type_a28 = ${TYPE_FORWARD_MIGRATION};
    ]=] AS code,
    'Fill notices' AS name,
    [=[
        # Forward ${MIGRATION}: A notice above 1 KB

        This applies it.
    ]=] AS summary,
    '{}' AS collection,
    ${COMMON_INSERT}
  FROM next_query_id;
  ]] })

  table.insert(queries, { sql = [[
  INSERT INTO ${SCHEMA}${QUERIES} (
    ${QUERIES_INSERT}
  )
  WITH next_query_id AS (
    SELECT COALESCE(MAX(query_id), 0) + 1 AS new_query_id
    FROM ${SCHEMA}${QUERIES}
  )
  SELECT
    new_query_id AS query_id,
    ${MIGRATION} AS query_ref,
    ${STATUS_ACTIVE} AS query_status_a27,
    ${TYPE_REVERSE_MIGRATION} AS query_type_a28,
    ${DIALECT} AS query_dialect_a30,
    ${QTC_SLOW} AS query_queue_a58,
    ${TIMEOUT} AS query_timeout,
    [=[
        DELETE FROM ${SCHEMA}${TABLE} WHERE notice_id = 2;

        ${SUBQUERY_DELIMITER}

        UPDATE ${SCHEMA}${QUERIES}
        SET query_type_a28 = ${TYPE_FORWARD_MIGRATION}
        WHERE query_ref = ${MIGRATION}
          AND query_type_a28 = ${TYPE_APPLIED_MIGRATION};
    ]=] AS code,
    'Take back fill notices' AS name,
    [=[
        # Reverse ${MIGRATION}: A notice above 1 KB

        This takes it back.
    ]=] AS summary,
    '{}' AS collection,
    ${COMMON_INSERT}
  FROM next_query_id;
  ]] })

  return queries
end
