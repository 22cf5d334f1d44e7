-- harbor_1012.lua
-- Notices: what is nailed to the door
--
-- CHANGELOG
-- 1.0.0 - 2026-03-02 - First version

return function(engine, design_name, schema_name, cfg)
  local queries = {}

  cfg.TABLE = "notices"
  cfg.MIGRATION = "1012"

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
          notice_id ${INTEGER} NOT NULL,
          title ${VARCHAR_100} NOT NULL,
          body ${TEXT_BIG},
          ${COMMON_CREATE}
          ${PRIMARY}(notice_id)
        );

        ${SUBQUERY_DELIMITER}

        UPDATE ${SCHEMA}${QUERIES}
        SET query_type_a28 = ${TYPE_APPLIED_MIGRATION}
        WHERE query_ref = ${MIGRATION}
          AND query_type_a28 = ${TYPE_FORWARD_MIGRATION};
    ]=] AS code,
    'Create notices' AS name,
    [=[
        # Forward ${MIGRATION}: Notices: what is nailed to the door

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
    'Take back create notices' AS name,
    [=[
        # Reverse ${MIGRATION}: Notices: what is nailed to the door

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
    'Diagram of notices' AS name,
    [=[
        # Diagram of notices
    ]=] AS summary,
    -- DIAGRAM_START
    ${JIS}
    [=[
        {
          "diagram": [
            {
              "object_type": "table",
              "object_id": "table.notices",
              "object_ref": "${MIGRATION}",
              "table": [
                {"name": "notice_id", "datatype": "${INTEGER}", "nullable": false, "primary_key": true, "unique": false},
                {"name": "title", "datatype": "${VARCHAR_100}", "nullable": false, "primary_key": false, "unique": false},
                {"name": "body", "datatype": "${TEXT_BIG}", "nullable": true, "primary_key": false, "unique": false},
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
