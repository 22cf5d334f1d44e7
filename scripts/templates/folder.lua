-- @name@.lua
-- @title@
--
-- CHANGELOG
-- 1.0.0 - @date@ - Initial creation

return function(engine, design_name, schema_name, cfg)
  local queries = {}

  cfg.TABLE = "@table@"
  cfg.MIGRATION = "@number@"

  table.insert(queries, { sql = [=[
    INSERT INTO ${SCHEMA}${QUERIES} (${QUERIES_INSERT})
    SELECT COALESCE(MAX(query_id), 0) + 1, ${MIGRATION}, ${STATUS_ACTIVE},
           ${TYPE_FORWARD_MIGRATION}, ${DIALECT}, ${QTC_SLOW}, ${TIMEOUT},
           [==[
             @forward@;

             ${SUBQUERY_DELIMITER}

             UPDATE ${SCHEMA}${QUERIES} SET query_type_a28 = ${TYPE_APPLIED_MIGRATION}
              WHERE query_ref = ${MIGRATION} AND query_type_a28 = ${TYPE_FORWARD_MIGRATION};
           ]==],
           '@name@ forward', [==[ Applies @name@ ]==], '{}', ${COMMON_VALUES}
      FROM ${SCHEMA}${QUERIES};
  ]=] })

  table.insert(queries, { sql = [=[
    INSERT INTO ${SCHEMA}${QUERIES} (${QUERIES_INSERT})
    SELECT COALESCE(MAX(query_id), 0) + 1, ${MIGRATION}, ${STATUS_ACTIVE},
           ${TYPE_REVERSE_MIGRATION}, ${DIALECT}, ${QTC_SLOW}, ${TIMEOUT},
           [==[
             @reverse@;

             ${SUBQUERY_DELIMITER}

             UPDATE ${SCHEMA}${QUERIES} SET query_type_a28 = ${TYPE_FORWARD_MIGRATION}
              WHERE query_ref = ${MIGRATION} AND query_type_a28 = ${TYPE_APPLIED_MIGRATION};
           ]==],
           '@name@ reverse', [==[ Takes @name@ back ]==], '{}', ${COMMON_VALUES}
      FROM ${SCHEMA}${QUERIES};
  ]=] })

  return queries
end
