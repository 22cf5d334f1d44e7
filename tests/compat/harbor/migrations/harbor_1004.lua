-- harbor_1004.lua
-- Lookup 1: where a ship is
--
-- CHANGELOG
-- 1.0.0 - 2026-03-05 - First version

return function(engine, design_name, schema_name, cfg)
  local queries = {}

  cfg.TABLE = "lookups"
  cfg.MIGRATION = "1004"
  cfg.LOOKUP_ID = "001"
  cfg.LOOKUP_NAME = "Whereabouts"

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
        INSERT INTO ${SCHEMA}${TABLE} (lookup_id, key_idx, value_txt, collection, ${COMMON_FIELDS})
        VALUES (${LOOKUP_ID}, 0, 'At sea', ${JIS}
          [==[
            {
              "icon": "waves",
              "help": "She is
              on her way"
            }
          ]==]
          ${JIE}, ${COMMON_VALUES});

        ${SUBQUERY_DELIMITER}

        INSERT INTO ${SCHEMA}${TABLE} (lookup_id, key_idx, value_txt, collection, ${COMMON_FIELDS})
        VALUES (${LOOKUP_ID}, 1, 'At berth', ${JIS}
          [==[
            {
              "icon": "anchor",
              "help": "Lines ashore"
            }
          ]==]
          ${JIE}, ${COMMON_VALUES});

        ${SUBQUERY_DELIMITER}

        INSERT INTO ${SCHEMA}${TABLE} (lookup_id, key_idx, value_txt, collection, ${COMMON_FIELDS})
        VALUES (${LOOKUP_ID}, 2, '100% laden', ${JIS}
          [==[
            {
              "icon": "boxes",
              "help": "Full"
            }
          ]==]
          ${JIE}, ${COMMON_VALUES});

        ${SUBQUERY_DELIMITER}

        UPDATE ${SCHEMA}${QUERIES}
        SET query_type_a28 = ${TYPE_APPLIED_MIGRATION}
        WHERE query_ref = ${MIGRATION}
          AND query_type_a28 = ${TYPE_FORWARD_MIGRATION};
    ]=] AS code,
    'Fill lookups' AS name,
    [=[
        # Forward ${MIGRATION}: Lookup 1: where a ship is

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
        DELETE FROM ${SCHEMA}${TABLE}
        WHERE lookup_id = ${LOOKUP_ID};

        ${SUBQUERY_DELIMITER}

        UPDATE ${SCHEMA}${QUERIES}
        SET query_type_a28 = ${TYPE_FORWARD_MIGRATION}
        WHERE query_ref = ${MIGRATION}
          AND query_type_a28 = ${TYPE_APPLIED_MIGRATION};
    ]=] AS code,
    'Take back fill lookups' AS name,
    [=[
        # Reverse ${MIGRATION}: Lookup 1: where a ship is

        This takes it back.
    ]=] AS summary,
    '{}' AS collection,
    ${COMMON_INSERT}
  FROM next_query_id;
  ]] })

  return queries
end
