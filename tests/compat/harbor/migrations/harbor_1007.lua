-- harbor_1007.lua
-- The first harbor master, from the environment
--
-- CHANGELOG
-- 1.0.0 - 2026-03-05 - First version

return function(engine, design_name, schema_name, cfg)
  local queries = {}

  cfg.TABLE = "masters"
  cfg.MIGRATION = "1007"

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
          master_id ${INTEGER} NOT NULL,
          login ${VARCHAR_50} NOT NULL,
          secret_hash ${CHAR_128},
          ${COMMON_CREATE}
          ${PRIMARY}(master_id)
        );

        ${SUBQUERY_DELIMITER}

        INSERT INTO ${SCHEMA}${TABLE} (master_id, login, secret_hash, ${COMMON_FIELDS})
        VALUES (1, '${HARBOR_ADMIN}', ${SHA256_HASH_START}'1'${SHA256_HASH_MID}'${HARBOR_SECRET}'${SHA256_HASH_END}, ${COMMON_VALUES});

        ${SUBQUERY_DELIMITER}

        UPDATE ${SCHEMA}${QUERIES}
        SET query_type_a28 = ${TYPE_APPLIED_MIGRATION}
        WHERE query_ref = ${MIGRATION}
          AND query_type_a28 = ${TYPE_FORWARD_MIGRATION};
    ]=] AS code,
    'Create and fill masters' AS name,
    [=[
        # Forward ${MIGRATION}: The first harbor master, from the environment

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
        DELETE FROM ${SCHEMA}${TABLE} WHERE master_id = 1;

        ${SUBQUERY_DELIMITER}

        ${DROP_CHECK};

        ${SUBQUERY_DELIMITER}

        DROP TABLE ${SCHEMA}${TABLE};

        ${SUBQUERY_DELIMITER}

        UPDATE ${SCHEMA}${QUERIES}
        SET query_type_a28 = ${TYPE_FORWARD_MIGRATION}
        WHERE query_ref = ${MIGRATION}
          AND query_type_a28 = ${TYPE_APPLIED_MIGRATION};
    ]=] AS code,
    'Take back create and fill masters' AS name,
    [=[
        # Reverse ${MIGRATION}: The first harbor master, from the environment

        This takes it back.
    ]=] AS summary,
    '{}' AS collection,
    ${COMMON_INSERT}
  FROM next_query_id;
  ]] })

  return queries
end
