-- harbor_1015.lua
-- QueryRef 002: puts up a notice, its text sealed once more
--
-- CHANGELOG
-- 1.0.0 - 2026-03-05 - First version

return function(engine, design_name, schema_name, cfg)
  local queries = {}

  cfg.TABLE = "queries"
  cfg.MIGRATION = "1015"
  cfg.QUERY_REF = "002"
  cfg.QUERY_NAME = "Put up a notice"

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
          ${TYPE_INTERNAL_SQL} AS query_type_a28,
          ${DIALECT} AS query_dialect_a30,
          ${QTC_FAST} AS query_queue_a58,
          ${TIMEOUT} AS query_timeout,
          [==[
            INSERT INTO notices (notice_id, title, body)
            VALUES (:ID, 'Storm', [===[
                <b>Storm</b> from the west: 9 Bft, gusts of %11
              ]===])
          ]==] AS code,
          '${QUERY_NAME}' AS name,
          [==[
            # Put up a notice
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
        # Forward ${MIGRATION}: QueryRef 002: puts up a notice, its text sealed once more

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
          AND query_type_a28 = ${TYPE_INTERNAL_SQL};

        ${SUBQUERY_DELIMITER}

        UPDATE ${SCHEMA}${QUERIES}
        SET query_type_a28 = ${TYPE_FORWARD_MIGRATION}
        WHERE query_ref = ${MIGRATION}
          AND query_type_a28 = ${TYPE_APPLIED_MIGRATION};
    ]=] AS code,
    'Take back query for queries' AS name,
    [=[
        # Reverse ${MIGRATION}: QueryRef 002: puts up a notice, its text sealed once more

        This takes it back.
    ]=] AS summary,
    '{}' AS collection,
    ${COMMON_INSERT}
  FROM next_query_id;
  ]] })

  return queries
end
