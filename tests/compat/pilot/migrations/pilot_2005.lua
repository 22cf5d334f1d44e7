-- pilot_2005.lua
-- QueryRef 2002: a long one
--
-- CHANGELOG
-- 1.0.0 - 2026-03-05 - First version

return function(engine, design_name, schema_name, cfg)
  local queries = {}

  cfg.TABLE = "queries"
  cfg.MIGRATION = "2005"
  cfg.QUERY_REF = "2002"
  cfg.QUERY_NAME = "Watches"

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
            SELECT *
            FROM watches
            WHERE watch_id = 0 -- watch number 0 of the list
               OR watch_id = 1 -- watch number 1 of the list
               OR watch_id = 2 -- watch number 2 of the list
               OR watch_id = 3 -- watch number 3 of the list
               OR watch_id = 4 -- watch number 4 of the list
               OR watch_id = 5 -- watch number 5 of the list
               OR watch_id = 6 -- watch number 6 of the list
               OR watch_id = 7 -- watch number 7 of the list
               OR watch_id = 8 -- watch number 8 of the list
               OR watch_id = 9 -- watch number 9 of the list
               OR watch_id = 10 -- watch number 10 of the list
               OR watch_id = 11 -- watch number 11 of the list
               OR watch_id = 12 -- watch number 12 of the list
               OR watch_id = 13 -- watch number 13 of the list
               OR watch_id = 14 -- watch number 14 of the list
               OR watch_id = 15 -- watch number 15 of the list
               OR watch_id = 16 -- watch number 16 of the list
               OR watch_id = 17 -- watch number 17 of the list
               OR watch_id = 18 -- watch number 18 of the list
               OR watch_id = 19 -- watch number 19 of the list
               OR watch_id = 20 -- watch number 20 of the list
               OR watch_id = 21 -- watch number 21 of the list
               OR watch_id = 22 -- watch number 22 of the list
               OR watch_id = 23 -- watch number 23 of the list
               OR watch_id = 24 -- watch number 24 of the list
               OR watch_id = 25 -- watch number 25 of the list
               OR watch_id = 26 -- watch number 26 of the list
               OR watch_id = 27 -- watch number 27 of the list
               OR watch_id = 28 -- watch number 28 of the list
               OR watch_id = 29 -- watch number 29 of the list
               OR watch_id = 30 -- watch number 30 of the list
               OR watch_id = 31 -- watch number 31 of the list
               OR watch_id = 32 -- watch number 32 of the list
               OR watch_id = 33 -- watch number 33 of the list
               OR watch_id = 34 -- watch number 34 of the list
               OR watch_id = 35 -- watch number 35 of the list
               OR watch_id = 36 -- watch number 36 of the list
               OR watch_id = 37 -- watch number 37 of the list
               OR watch_id = 38 -- watch number 38 of the list
               OR watch_id = 39 -- watch number 39 of the list
          ]==] AS code,
          '${QUERY_NAME}' AS name,
          [==[
            # Watches
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
        # Forward ${MIGRATION}: QueryRef 2002: a long one

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
        # Reverse ${MIGRATION}: QueryRef 2002: a long one

        This takes it back.
    ]=] AS summary,
    '{}' AS collection,
    ${COMMON_INSERT}
  FROM next_query_id;
  ]] })

  return queries
end
