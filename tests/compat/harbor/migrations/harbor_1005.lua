-- harbor_1005.lua
-- Lookup 2: the rules, a block above 1 KB inside a block
--
-- CHANGELOG
-- 1.0.0 - 2026-03-05 - First version

return function(engine, design_name, schema_name, cfg)
  local queries = {}

  cfg.TABLE = "lookups"
  cfg.MIGRATION = "1005"
  cfg.LOOKUP_ID = "002"

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
        VALUES (${LOOKUP_ID}, 0, 'Rules of the road', ${JIS}
          [==[
            {
              "rule 00": "A ship of class 0 keeps 20 m off the next one, by day and by night, 90% of the time",
              "rule 01": "A ship of class 1 keeps 21 m off the next one, by day and by night, 91% of the time",
              "rule 02": "A ship of class 2 keeps 22 m off the next one, by day and by night, 92% of the time",
              "rule 03": "A ship of class 3 keeps 23 m off the next one, by day and by night, 93% of the time",
              "rule 04": "A ship of class 4 keeps 24 m off the next one, by day and by night, 94% of the time",
              "rule 05": "A ship of class 5 keeps 25 m off the next one, by day and by night, 95% of the time",
              "rule 06": "A ship of class 6 keeps 26 m off the next one, by day and by night, 96% of the time",
              "rule 07": "A ship of class 0 keeps 27 m off the next one, by day and by night, 97% of the time",
              "rule 08": "A ship of class 1 keeps 28 m off the next one, by day and by night, 98% of the time",
              "rule 09": "A ship of class 2 keeps 29 m off the next one, by day and by night, 99% of the time",
              "rule 10": "A ship of class 3 keeps 30 m off the next one, by day and by night, 90% of the time",
              "rule 11": "A ship of class 4 keeps 31 m off the next one, by day and by night, 91% of the time",
              "rule 12": "A ship of class 5 keeps 32 m off the next one, by day and by night, 92% of the time",
              "rule 13": "A ship of class 6 keeps 33 m off the next one, by day and by night, 93% of the time",
              "rule 14": "A ship of class 0 keeps 34 m off the next one, by day and by night, 94% of the time",
              "rule 15": "A ship of class 1 keeps 35 m off the next one, by day and by night, 95% of the time",
              "rule 16": "A ship of class 2 keeps 36 m off the next one, by day and by night, 96% of the time",
              "rule 17": "A ship of class 3 keeps 37 m off the next one, by day and by night, 97% of the time",
              "rule 18": "A ship of class 4 keeps 38 m off the next one, by day and by night, 98% of the time",
              "rule 19": "A ship of class 5 keeps 39 m off the next one, by day and by night, 99% of the time",
              "rule 20": "A ship of class 6 keeps 40 m off the next one, by day and by night, 90% of the time",
              "rule 21": "A ship of class 0 keeps 41 m off the next one, by day and by night, 91% of the time",
              "rule 22": "A ship of class 1 keeps 42 m off the next one, by day and by night, 92% of the time",
              "rule 23": "A ship of class 2 keeps 43 m off the next one, by day and by night, 93% of the time",
              "last": true
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
        # Forward ${MIGRATION}: Lookup 2: the rules, a block above 1 KB inside a block

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
        # Reverse ${MIGRATION}: Lookup 2: the rules, a block above 1 KB inside a block

        This takes it back.
    ]=] AS summary,
    '{}' AS collection,
    ${COMMON_INSERT}
  FROM next_query_id;
  ]] })

  return queries
end
