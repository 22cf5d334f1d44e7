-- harbor_1016.lua
-- QueryRef 003: ages of sessions, in every engine's time
--
-- CHANGELOG
-- 1.0.0 - 2026-03-05 - First version

return function(engine, design_name, schema_name, cfg)
  local queries = {}

  cfg.TABLE = "queries"
  cfg.MIGRATION = "1016"
  cfg.QUERY_REF = "003"
  cfg.QUERY_NAME = "Sessions"

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
          ${TYPE_PROTECTED} AS query_type_a28,
          ${DIALECT} AS query_dialect_a30,
          ${QTC_FAST} AS query_queue_a58,
          ${TIMEOUT} AS query_timeout,
          [==[
            SELECT ${SESSION_SECS} AS age, ${TRMS}:MINUTES${TRME} AS since,
              ${JRS}collection${JRM}'$.icon'${JRE} AS icon, ${SIZE_COLLECTION} AS size
            FROM lookups
            WHERE lookup_id = 1
          ]==] AS code,
          '${QUERY_NAME}' AS name,
          [==[
            # Sessions

            - remark 0: what an operator should know of it, at some length
            - remark 1: what an operator should know of it, at some length
            - remark 2: what an operator should know of it, at some length
            - remark 3: what an operator should know of it, at some length
            - remark 4: what an operator should know of it, at some length
            - remark 5: what an operator should know of it, at some length
            - remark 6: what an operator should know of it, at some length
            - remark 7: what an operator should know of it, at some length
            - remark 8: what an operator should know of it, at some length
            - remark 9: what an operator should know of it, at some length
            - remark 10: what an operator should know of it, at some length
            - remark 11: what an operator should know of it, at some length
            - remark 12: what an operator should know of it, at some length
            - remark 13: what an operator should know of it, at some length
            - remark 14: what an operator should know of it, at some length
            - remark 15: what an operator should know of it, at some length
            - remark 16: what an operator should know of it, at some length
            - remark 17: what an operator should know of it, at some length
            - remark 18: what an operator should know of it, at some length
            - remark 19: what an operator should know of it, at some length
            - remark 20: what an operator should know of it, at some length
            - remark 21: what an operator should know of it, at some length
            - remark 22: what an operator should know of it, at some length
            - remark 23: what an operator should know of it, at some length
            - remark 24: what an operator should know of it, at some length
            - remark 25: what an operator should know of it, at some length
            - remark 26: what an operator should know of it, at some length
            - remark 27: what an operator should know of it, at some length
            - remark 28: what an operator should know of it, at some length
            - remark 29: what an operator should know of it, at some length
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
        # Forward ${MIGRATION}: QueryRef 003: ages of sessions, in every engine's time

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
          AND query_type_a28 = ${TYPE_PROTECTED};

        ${SUBQUERY_DELIMITER}

        UPDATE ${SCHEMA}${QUERIES}
        SET query_type_a28 = ${TYPE_FORWARD_MIGRATION}
        WHERE query_ref = ${MIGRATION}
          AND query_type_a28 = ${TYPE_APPLIED_MIGRATION};
    ]=] AS code,
    'Take back query for queries' AS name,
    [=[
        # Reverse ${MIGRATION}: QueryRef 003: ages of sessions, in every engine's time

        This takes it back.
    ]=] AS summary,
    '{}' AS collection,
    ${COMMON_INSERT}
  FROM next_query_id;
  ]] })

  return queries
end
