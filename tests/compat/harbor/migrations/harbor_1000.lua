-- harbor_1000.lua
-- The queries table and what it needs
--
-- CHANGELOG
-- 2.0.0 - 2026-09-10 - The diagram brings its template
-- 1.0.0 - 2026-03-01 - First version

return function(engine, design_name, schema_name, cfg)
  local queries = {}

  cfg.TABLE = "queries"
  cfg.MIGRATION = "1000"

  -- Straight away, while the file is loaded: where everything else goes
  table.insert(queries, { sql = [[
    CREATE TABLE ${SCHEMA}${TABLE} (
      query_id ${INTEGER} NOT NULL,
      query_ref ${INTEGER} NOT NULL,
      query_status_a27 ${INTEGER} NOT NULL,
      query_type_a28 ${INTEGER} NOT NULL,
      query_dialect_a30 ${INTEGER} NOT NULL,
      query_queue_a58 ${INTEGER} NOT NULL,
      query_timeout ${INTEGER} NOT NULL,
      code ${TEXT_BIG} NOT NULL,
      name ${TEXT} NOT NULL,
      summary ${TEXT_BIG},
      collection ${JSON},
      ${COMMON_CREATE}
      ${PRIMARY}(query_id),
      ${UNIQUE}(query_ref, query_type_a28)
    );
  ]] })

  table.insert(queries, { sql = [[
    ${BROTLI_DECOMPRESS_DROP};
  ]] })

  table.insert(queries, { sql = [[
    ${BROTLI_DECOMPRESS_FUNCTION};
  ]] })

  table.insert(queries, { sql = [[
    ${JSON_INGEST_DROP};
  ]] })

  table.insert(queries, { sql = [[
    ${JSON_INGEST_FUNCTION};
  ]] })

  -- Applied from the first moment
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
    ${TYPE_APPLIED_MIGRATION} AS query_type_a28,
    ${DIALECT} AS query_dialect_a30,
    ${QTC_SLOW} AS query_queue_a58,
    ${TIMEOUT} AS query_timeout,
    [=[
        CREATE TABLE ${SCHEMA}${TABLE} (
          query_id ${INTEGER} NOT NULL,
          query_ref ${INTEGER} NOT NULL,
          query_status_a27 ${INTEGER} NOT NULL,
          query_type_a28 ${INTEGER} NOT NULL,
          query_dialect_a30 ${INTEGER} NOT NULL,
          query_queue_a58 ${INTEGER} NOT NULL,
          query_timeout ${INTEGER} NOT NULL,
          code ${TEXT_BIG} NOT NULL,
          name ${TEXT} NOT NULL,
          summary ${TEXT_BIG},
          collection ${JSON},
          ${COMMON_CREATE}
          ${PRIMARY}(query_id),
          ${UNIQUE}(query_ref, query_type_a28)
        );
    ]=] AS code,
    'Create queries' AS name,
    [=[
        # The table of all queries

        It was there before this row was.
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
        WHERE query_type_a28 IN (${TYPE_FORWARD_MIGRATION}, ${TYPE_REVERSE_MIGRATION}, ${TYPE_DIAGRAM_MIGRATION}, ${TYPE_APPLIED_MIGRATION});

        ${SUBQUERY_DELIMITER}

        ${DROP_CHECK};

        ${SUBQUERY_DELIMITER}

        ${JSON_INGEST_GONE};

        ${SUBQUERY_DELIMITER}

        DROP TABLE ${SCHEMA}${TABLE};
    ]=] AS code,
    'Drop queries' AS name,
    [=[
        # The end of the design
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
    'Diagram of queries' AS name,
    [=[
        # Diagram of queries
    ]=] AS summary,
    -- DIAGRAM_START
    ${JIS}
    [=[
        {
          "diagram": [
            {
              "object_type": "template",
              "object_id": "base template",
              "object_value": "<svg xmlns='http://www.w3.org/2000/svg' width='2520' height='1980' viewBox='0 0 2520 1980'>
                <title>The harbor design</title>
                <rect width='2520' height='1980' fill='#f4f7fa'/>
                <!-- ERD SVG content goes here -->
              </svg>"
            },
            {
              "object_type": "table",
              "object_id": "table.queries",
              "object_ref": "${MIGRATION}",
              "table": [
                {"name": "query_id", "datatype": "${INTEGER}", "nullable": false, "primary_key": true, "unique": false},
                {"name": "query_ref", "datatype": "${INTEGER}", "nullable": false, "primary_key": false, "unique": false},
                {"name": "query_status_a27", "datatype": "${INTEGER}", "nullable": false, "primary_key": false, "unique": false, "lookup": true},
                {"name": "query_type_a28", "datatype": "${INTEGER}", "nullable": false, "primary_key": false, "unique": false, "lookup": true},
                {"name": "query_dialect_a30", "datatype": "${INTEGER}", "nullable": false, "primary_key": false, "unique": false, "lookup": true},
                {"name": "query_queue_a58", "datatype": "${INTEGER}", "nullable": false, "primary_key": false, "unique": false, "lookup": true},
                {"name": "query_timeout", "datatype": "${INTEGER}", "nullable": false, "primary_key": false, "unique": false},
                {"name": "code", "datatype": "${TEXT_BIG}", "nullable": false, "primary_key": false, "unique": false},
                {"name": "name", "datatype": "${TEXT}", "nullable": false, "primary_key": false, "unique": false},
                {"name": "summary", "datatype": "${TEXT_BIG}", "nullable": true, "primary_key": false, "unique": false},
                {"name": "collection", "datatype": "${JSON}", "nullable": true, "primary_key": false, "unique": false},
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
