-- pilot_2008.lua
-- Boats have engines
--
-- CHANGELOG
-- 1.0.0 - 2026-03-05 - First version

return function(engine, design_name, schema_name, cfg)
  local queries = {}

  cfg.TABLE = "boats"
  cfg.MIGRATION = "2008"

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
        ALTER TABLE ${SCHEMA}${TABLE} ADD COLUMN engine_kw ${INTEGER};

        ${SUBQUERY_DELIMITER}

        ${REORG};

        ${SUBQUERY_DELIMITER}

        UPDATE ${SCHEMA}${QUERIES}
        SET query_type_a28 = ${TYPE_APPLIED_MIGRATION}
        WHERE query_ref = ${MIGRATION}
          AND query_type_a28 = ${TYPE_FORWARD_MIGRATION};
    ]=] AS code,
    'Alter boats' AS name,
    [=[
        # Forward ${MIGRATION}: Boats have engines

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
        ALTER TABLE ${SCHEMA}${TABLE} DROP COLUMN engine_kw;

        ${SUBQUERY_DELIMITER}

        ${REORG};

        ${SUBQUERY_DELIMITER}

        UPDATE ${SCHEMA}${QUERIES}
        SET query_type_a28 = ${TYPE_FORWARD_MIGRATION}
        WHERE query_ref = ${MIGRATION}
          AND query_type_a28 = ${TYPE_APPLIED_MIGRATION};
    ]=] AS code,
    'Take back alter boats' AS name,
    [=[
        # Reverse ${MIGRATION}: Boats have engines

        This takes it back.
    ]=] AS summary,
    '{}' AS collection,
    ${COMMON_INSERT}
  FROM next_query_id;
  ]] })

  return queries
end
