-- pilot_2004.lua
-- QueryRef 2001: the boats
--
-- CHANGELOG
-- 1.0.0 - 2026-03-05 - First version

return function(engine, design_name, schema_name, cfg)
  local queries = {}

  cfg.TABLE = "queries"
  cfg.MIGRATION = "2004"
  cfg.QUERY_REF = "2001"
  cfg.QUERY_NAME = "Boats"

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
        INSERT INTO ${SCHEMA}${QUERIES} (
          ${QUERIES_INSERT}
        )
        WITH next_query_id AS (
          SELECT COALESCE(MAX(query_id), 0) + 1 AS new_query_id
          FROM ${SCHEMA}${QUERIES}
        )
        SELECT
          new_query_id AS query_id,
          ${QUERY_REF} AS query_ref,
          ${STATUS_ACTIVE} AS query_status_a27,
          ${TYPE_PUBLIC} AS query_type_a28,
          ${DIALECT} AS query_dialect_a30,
          ${QTC_FAST} AS query_queue_a58,
          ${TIMEOUT} AS query_timeout,
          [==[
            SELECT name, knots FROM boats WHERE knots > :KNOTS
          ]==] AS code,
          '${QUERY_NAME}' AS name,
          [==[
            # Boats
          ]==] AS summary,
          '{}' AS collection,
          ${COMMON_INSERT}
        FROM next_query_id;

        ${SUBQUERY_DELIMITER}

        UPDATE ${SCHEMA}${QUERIES}
        SET query_type_a28 = ${TYPE_APPLIED_MIGRATION}
        WHERE query_ref = ${MIGRATION}
          AND query_type_a28 = ${TYPE_FORWARD_MIGRATION};
    ]=] AS code,
    'Query for queries' AS name,
    [=[
        # Forward ${MIGRATION}: QueryRef 2001: the boats

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
        DELETE FROM ${SCHEMA}${QUERIES}
        WHERE query_ref = ${QUERY_REF}
          AND query_type_a28 = ${TYPE_PUBLIC};

        ${SUBQUERY_DELIMITER}

        UPDATE ${SCHEMA}${QUERIES}
        SET query_type_a28 = ${TYPE_FORWARD_MIGRATION}
        WHERE query_ref = ${MIGRATION}
          AND query_type_a28 = ${TYPE_APPLIED_MIGRATION};
    ]=] AS code,
    'Take back query for queries' AS name,
    [=[
        # Reverse ${MIGRATION}: QueryRef 2001: the boats

        This takes it back.
    ]=] AS summary,
    '{}' AS collection,
    ${COMMON_INSERT}
  FROM next_query_id;
  ]] })

  return queries
end
