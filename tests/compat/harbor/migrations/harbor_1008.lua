-- harbor_1008.lua
-- Longer names for ships: every engine has its own words
--
-- CHANGELOG
-- 1.0.0 - 2026-03-05 - First version

return function(engine, design_name, schema_name, cfg)
  local queries = {}

  cfg.TABLE = "ships"
  cfg.MIGRATION = "1008"
  if engine == "sqlite" then
    cfg.WIDEN = "-- nothing to widen"
    cfg.NARROW = "-- nothing to narrow"
  elseif engine == "postgresql" then
    cfg.WIDEN = "ALTER TABLE ${SCHEMA}${TABLE} ALTER COLUMN name TYPE ${VARCHAR_500}"
    cfg.NARROW = "ALTER TABLE ${SCHEMA}${TABLE} ALTER COLUMN name TYPE ${VARCHAR_100}"
  elseif engine == "db2" then
    cfg.WIDEN = "ALTER TABLE ${SCHEMA}${TABLE} ALTER COLUMN name SET DATA TYPE ${VARCHAR_500}"
    cfg.NARROW = "ALTER TABLE ${SCHEMA}${TABLE} ALTER COLUMN name SET DATA TYPE ${VARCHAR_100}"
  else
    cfg.WIDEN = "ALTER TABLE ${SCHEMA}${TABLE} MODIFY COLUMN name ${VARCHAR_500} NOT NULL"
    cfg.NARROW = "ALTER TABLE ${SCHEMA}${TABLE} MODIFY COLUMN name ${VARCHAR_100} NOT NULL"
  end
  if engine == "firebase" then
    cfg.WIDEN = "-- an engine that was given up"
  end

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
        ${WIDEN};

        ${SUBQUERY_DELIMITER}

        ${REORG};

        ${SUBQUERY_DELIMITER}

        UPDATE ${SCHEMA}${QUERIES}
        SET query_type_a28 = ${TYPE_APPLIED_MIGRATION}
        WHERE query_ref = ${MIGRATION}
          AND query_type_a28 = ${TYPE_FORWARD_MIGRATION};
    ]=] AS code,
    'Widen ships' AS name,
    [=[
        # Forward ${MIGRATION}: Longer names for ships: every engine has its own words

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
        ${NARROW};

        ${SUBQUERY_DELIMITER}

        ${REORG};

        ${SUBQUERY_DELIMITER}

        UPDATE ${SCHEMA}${QUERIES}
        SET query_type_a28 = ${TYPE_FORWARD_MIGRATION}
        WHERE query_ref = ${MIGRATION}
          AND query_type_a28 = ${TYPE_APPLIED_MIGRATION};
    ]=] AS code,
    'Take back widen ships' AS name,
    [=[
        # Reverse ${MIGRATION}: Longer names for ships: every engine has its own words

        This takes it back.
    ]=] AS summary,
    '{}' AS collection,
    ${COMMON_INSERT}
  FROM next_query_id;
  ]] })

  return queries
end
