-- harbor_1002.lua
-- Ships, with everything that a harbor master asks
--
-- CHANGELOG
-- 1.1.0 - 2026-04-11 - Papers
-- 1.0.0 - 2026-03-02 - First version

return function(engine, design_name, schema_name, cfg)
  local queries = {}

  cfg.TABLE = "ships"
  cfg.MIGRATION = "1002"

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
          ship_id ${INTEGER} NOT NULL,
          imo ${CHAR_20} NOT NULL,
          name ${VARCHAR_100} NOT NULL,
          flag ${CHAR_2} NOT NULL,
          owner_name ${VARCHAR_128},
          owner_address ${TEXT},
          length_m ${FLOAT} NOT NULL,
          beam_m ${FLOAT} NOT NULL,
          draught_m ${FLOAT} NOT NULL,
          gross_tons ${INTEGER_BIG},
          built_on ${DATE},
          status_a1 ${INTEGER_SMALL} NOT NULL,
          papers ${JSON},
          remarks ${TEXT_BIG},
          ${COMMON_CREATE}
          ${PRIMARY}(ship_id),
          ${UNIQUE}(imo)
        );

        ${SUBQUERY_DELIMITER}

        UPDATE ${SCHEMA}${QUERIES}
        SET query_type_a28 = ${TYPE_APPLIED_MIGRATION}
        WHERE query_ref = ${MIGRATION}
          AND query_type_a28 = ${TYPE_FORWARD_MIGRATION};
    ]=] AS code,
    'Create ships' AS name,
    [=[
        # Forward ${MIGRATION}: Ships, with everything that a harbor master asks

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
    'Take back create ships' AS name,
    [=[
        # Reverse ${MIGRATION}: Ships, with everything that a harbor master asks

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
                {"name": "name", "datatype": "${VARCHAR_100}", "nullable": false, "primary_key": false, "unique": false},
                {"name": "flag", "datatype": "${CHAR_2}", "nullable": false, "primary_key": false, "unique": false},
                {"name": "owner_name", "datatype": "${VARCHAR_128}", "nullable": true, "primary_key": false, "unique": false},
                {"name": "owner_address", "datatype": "${TEXT}", "nullable": true, "primary_key": false, "unique": false},
                {"name": "length_m", "datatype": "${FLOAT}", "nullable": false, "primary_key": false, "unique": false},
                {"name": "beam_m", "datatype": "${FLOAT}", "nullable": false, "primary_key": false, "unique": false},
                {"name": "draught_m", "datatype": "${FLOAT}", "nullable": false, "primary_key": false, "unique": false},
                {"name": "gross_tons", "datatype": "${INTEGER_BIG}", "nullable": true, "primary_key": false, "unique": false},
                {"name": "built_on", "datatype": "${DATE}", "nullable": true, "primary_key": false, "unique": false},
                {"name": "status_a1", "datatype": "${INTEGER_SMALL}", "nullable": false, "primary_key": false, "unique": false, "lookup": true},
                {"name": "papers", "datatype": "${JSON}", "nullable": true, "primary_key": false, "unique": false},
                {"name": "remarks", "datatype": "${TEXT_BIG}", "nullable": true, "primary_key": false, "unique": false},
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
