-- harbor_1019.lua
-- Visits: a ship at a berth
--
-- CHANGELOG
-- 1.0.0 - 2026-03-02 - First version

return function(engine, design_name, schema_name, cfg)
  local queries = {}

  cfg.TABLE = "visits"
  cfg.MIGRATION = "1019"

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
        CREATE TABLE ${SCHEMA}${TABLE} (
          visit_id ${INTEGER} NOT NULL,
          ship_id ${INTEGER} NOT NULL,
          berth_id ${INTEGER} NOT NULL,
          pilot_id ${INTEGER},
          arrived ${TIMESTAMP_TZ},
          status_a1 ${INTEGER} NOT NULL,
          ${COMMON_CREATE}
          ${PRIMARY}(visit_id)
        );

        ${SUBQUERY_DELIMITER}

        UPDATE ${SCHEMA}${QUERIES}
        SET query_type_a28 = ${TYPE_APPLIED_MIGRATION}
        WHERE query_ref = ${MIGRATION}
          AND query_type_a28 = ${TYPE_FORWARD_MIGRATION};
    ]=] AS code,
    'Create visits' AS name,
    [=[
        # Forward ${MIGRATION}: Visits: a ship at a berth

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
        ${DROP_CHECK};

        ${SUBQUERY_DELIMITER}

        DROP TABLE ${SCHEMA}${TABLE};

        ${SUBQUERY_DELIMITER}

        UPDATE ${SCHEMA}${QUERIES}
        SET query_type_a28 = ${TYPE_FORWARD_MIGRATION}
        WHERE query_ref = ${MIGRATION}
          AND query_type_a28 = ${TYPE_APPLIED_MIGRATION};
    ]=] AS code,
    'Take back create visits' AS name,
    [=[
        # Reverse ${MIGRATION}: Visits: a ship at a berth

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
    'Diagram of visits' AS name,
    [=[
        # Diagram of visits
    ]=] AS summary,
    -- DIAGRAM_START
    ${JIS}
    [=[
        {
          "diagram": [
            {
              "object_type": "table",
              "object_id": "table.visits",
              "object_ref": "${MIGRATION}",
              "table": [
                {"name": "visit_id", "datatype": "${INTEGER}", "nullable": false, "primary_key": true, "unique": false},
                {"name": "ship_id", "datatype": "${INTEGER}", "nullable": false, "primary_key": false, "unique": false, "lookup": true, "references": "table.ships.ship_id"},
                {"name": "berth_id", "datatype": "${INTEGER}", "nullable": false, "primary_key": false, "unique": false, "lookup": true, "references": "table.berths.berth_id"},
                {"name": "pilot_id", "datatype": "${INTEGER}", "nullable": true, "primary_key": false, "unique": false, "lookup": true, "references": "table.pilots.pilot_id"},
                {"name": "arrived", "datatype": "${TIMESTAMP_TZ}", "nullable": true, "primary_key": false, "unique": false},
                {"name": "status_a1", "datatype": "${INTEGER}", "nullable": false, "primary_key": false, "unique": false, "lookup": true},
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
