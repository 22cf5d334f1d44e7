-- harbor_1011.lua
-- Ships are found by flag
--
-- CHANGELOG
-- 1.0.0 - 2026-03-05 - First version

return function(engine, design_name, schema_name, cfg)
  local queries = {}

  cfg.TABLE = "ships"
  cfg.MIGRATION = "1011"
  if engine == "mysql" or engine == "mariadb" then
    cfg.DROP_INDEX = "DROP INDEX ships_flag ON ${SCHEMA}${TABLE}"
  else
    cfg.DROP_INDEX = "DROP INDEX ${SCHEMA}ships_flag"
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
        CREATE INDEX ships_flag ON ${SCHEMA}${TABLE} (flag, name);

        ${SUBQUERY_DELIMITER}

        UPDATE ${SCHEMA}${QUERIES}
        SET query_type_a28 = ${TYPE_APPLIED_MIGRATION}
        WHERE query_ref = ${MIGRATION}
          AND query_type_a28 = ${TYPE_FORWARD_MIGRATION};
    ]=] AS code,
    'Index ships' AS name,
    [=[
        # Forward ${MIGRATION}: Ships are found by flag

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
        ${DROP_INDEX};

        ${SUBQUERY_DELIMITER}

        UPDATE ${SCHEMA}${QUERIES}
        SET query_type_a28 = ${TYPE_FORWARD_MIGRATION}
        WHERE query_ref = ${MIGRATION}
          AND query_type_a28 = ${TYPE_APPLIED_MIGRATION};
    ]=] AS code,
    'Take back index ships' AS name,
    [=[
        # Reverse ${MIGRATION}: Ships are found by flag

        This takes it back.
    ]=] AS summary,
    '{}' AS collection,
    ${COMMON_INSERT}
  FROM next_query_id;
  ]] })

  return queries
end
