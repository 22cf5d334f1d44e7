-- harbor_1023.lua
-- Two more columns for visits, one at a time
--
-- CHANGELOG
-- 1.0.0 - 2026-05-20 - First version

return function(engine, design_name, schema_name, cfg)
  local queries = {}

  cfg.TABLE = "visits"
  cfg.MIGRATION = "1023"

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
        ALTER TABLE ${SCHEMA}${TABLE} ADD COLUMN left_at ${TIMESTAMP_TZ};

        ${SUBQUERY_DELIMITER}

        ALTER TABLE ${SCHEMA}${TABLE} ADD COLUMN fee ${FLOAT_BIG};

        ${SUBQUERY_DELIMITER}

        ${REORG};

        ${SUBQUERY_DELIMITER}

        UPDATE ${SCHEMA}${QUERIES}
        SET query_type_a28 = ${TYPE_APPLIED_MIGRATION}
        WHERE query_ref = ${MIGRATION}
          AND query_type_a28 = ${TYPE_FORWARD_MIGRATION};
    ]=] AS code,
    'Alter visits' AS name,
    [=[
        # Forward ${MIGRATION}: Two more columns for visits, one at a time

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
        ALTER TABLE ${SCHEMA}${TABLE} DROP COLUMN fee;

        ${SUBQUERY_DELIMITER}

        ALTER TABLE ${SCHEMA}${TABLE} DROP COLUMN left_at;

        ${SUBQUERY_DELIMITER}

        ${REORG};

        ${SUBQUERY_DELIMITER}

        UPDATE ${SCHEMA}${QUERIES}
        SET query_type_a28 = ${TYPE_FORWARD_MIGRATION}
        WHERE query_ref = ${MIGRATION}
          AND query_type_a28 = ${TYPE_APPLIED_MIGRATION};
    ]=] AS code,
    'Take back alter visits' AS name,
    [=[
        # Reverse ${MIGRATION}: Two more columns for visits, one at a time

        This takes it back.
    ]=] AS summary,
    '{}' AS collection,
    ${COMMON_INSERT}
  FROM next_query_id;
  ]] })

  return queries
end
