-- harbor_1009.lua
-- A call sign for every ship
--
-- CHANGELOG
-- 1.0.0 - 2026-05-20 - First version

return function(engine, design_name, schema_name, cfg)
  local queries = {}

  cfg.TABLE = "ships"
  cfg.MIGRATION = "1009"

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
        ALTER TABLE ${SCHEMA}${TABLE} ADD COLUMN call_sign ${VARCHAR_20};

        ${SUBQUERY_DELIMITER}

        ${REORG};

        ${SUBQUERY_DELIMITER}

        UPDATE ${SCHEMA}${QUERIES}
        SET query_type_a28 = ${TYPE_APPLIED_MIGRATION}
        WHERE query_ref = ${MIGRATION}
          AND query_type_a28 = ${TYPE_FORWARD_MIGRATION};
    ]=] AS code,
    'Alter ships' AS name,
    [=[
        # Forward ${MIGRATION}: A call sign for every ship

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
        ALTER TABLE ${SCHEMA}${TABLE} DROP COLUMN call_sign;

        ${SUBQUERY_DELIMITER}

        ${REORG};

        ${SUBQUERY_DELIMITER}

        UPDATE ${SCHEMA}${QUERIES}
        SET query_type_a28 = ${TYPE_FORWARD_MIGRATION}
        WHERE query_ref = ${MIGRATION}
          AND query_type_a28 = ${TYPE_APPLIED_MIGRATION};
    ]=] AS code,
    'Take back alter ships' AS name,
    [=[
        # Reverse ${MIGRATION}: A call sign for every ship

        This takes it back.
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
    ${TYPE_DIAGRAM_MIGRATION} AS query_type_a28,
    ${DIALECT} AS query_dialect_a30,
    ${QTC_SLOW} AS query_queue_a58,
    ${TIMEOUT} AS query_timeout,
    'JSON of the table in collection' AS code,
    'Diagram of ships' AS name,
    [=[
        # Diagram of ships
    ]=] AS summary,
    -- DIAGRAM_START
    ${JIS}
    [=[
        {
          "diagram": [
            {
              "object_type": "table",
              "object_id": "table.ships",
              "object_ref": "${MIGRATION}",
              "table": [
                {"name": "ship_id", "datatype": "${INTEGER}", "nullable": false, "primary_key": true, "unique": false},
                {"name": "imo", "datatype": "${CHAR_20}", "nullable": false, "primary_key": false, "unique": true},
                {"name": "name", "datatype": "${VARCHAR_500}", "nullable": false, "primary_key": false, "unique": false},
                {"name": "call_sign", "datatype": "${VARCHAR_20}", "nullable": true, "primary_key": false, "unique": false},
                ${COMMON_DIAGRAM}
              ]
            }
          ]
        }
    ]=]
    ${JIE}
    -- DIAGRAM_END
    AS collection,
    ${COMMON_INSERT}
  FROM next_query_id;
  ]] })

  return queries
end
