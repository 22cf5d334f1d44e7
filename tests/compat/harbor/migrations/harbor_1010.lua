-- harbor_1010.lua
-- Berths are built again, with their quay
--
-- CHANGELOG
-- 1.0.0 - 2026-03-05 - First version

return function(engine, design_name, schema_name, cfg)
  local queries = {}

  cfg.TABLE = "berths"
  cfg.MIGRATION = "1010"
  -- MySQL and MariaDB want the schema there too, the others do not
  cfg.RENAMED = (engine == "mysql" or engine == "mariadb") and "${SCHEMA}${TABLE}" or "${TABLE}"

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
        CREATE TABLE ${SCHEMA}${TABLE}_new (
          berth_id ${INTEGER} NOT NULL,
          quay ${VARCHAR_50} NOT NULL,
          name ${VARCHAR_50} NOT NULL,
          length_m ${FLOAT},
          ${COMMON_CREATE}
          ${PRIMARY}(berth_id)
        );

        ${SUBQUERY_DELIMITER}

        INSERT INTO ${SCHEMA}${TABLE}_new (berth_id, quay, name, length_m, ${COMMON_FIELDS})
        SELECT berth_id, 'north', name, length_m, ${COMMON_FIELDS}
        FROM ${SCHEMA}${TABLE};

        ${SUBQUERY_DELIMITER}

        DROP TABLE ${SCHEMA}${TABLE};

        ${SUBQUERY_DELIMITER}

        ALTER TABLE ${SCHEMA}${TABLE}_new RENAME TO ${RENAMED};

        ${SUBQUERY_DELIMITER}

        UPDATE ${SCHEMA}${QUERIES}
        SET query_type_a28 = ${TYPE_APPLIED_MIGRATION}
        WHERE query_ref = ${MIGRATION}
          AND query_type_a28 = ${TYPE_FORWARD_MIGRATION};
    ]=] AS code,
    'Rebuild berths' AS name,
    [=[
        # Forward ${MIGRATION}: Berths are built again, with their quay

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
        CREATE TABLE ${SCHEMA}${TABLE}_old (
          berth_id ${INTEGER} NOT NULL,
          name ${VARCHAR_50} NOT NULL,
          length_m ${FLOAT},
          depth_m ${FLOAT_BIG},
          ${COMMON_CREATE}
          ${PRIMARY}(berth_id),
          ${UNIQUE}(name)
        );

        ${SUBQUERY_DELIMITER}

        INSERT INTO ${SCHEMA}${TABLE}_old (berth_id, name, length_m, ${COMMON_FIELDS})
        SELECT berth_id, name, length_m, ${COMMON_FIELDS}
        FROM ${SCHEMA}${TABLE};

        ${SUBQUERY_DELIMITER}

        DROP TABLE ${SCHEMA}${TABLE};

        ${SUBQUERY_DELIMITER}

        ALTER TABLE ${SCHEMA}${TABLE}_old RENAME TO ${RENAMED};

        ${SUBQUERY_DELIMITER}

        UPDATE ${SCHEMA}${QUERIES}
        SET query_type_a28 = ${TYPE_FORWARD_MIGRATION}
        WHERE query_ref = ${MIGRATION}
          AND query_type_a28 = ${TYPE_APPLIED_MIGRATION};
    ]=] AS code,
    'Take back rebuild berths' AS name,
    [=[
        # Reverse ${MIGRATION}: Berths are built again, with their quay

        This takes it back.
    ]=] AS summary,
    '{}' AS collection,
    ${COMMON_INSERT}
  FROM next_query_id;
  ]] })

  return queries
end
