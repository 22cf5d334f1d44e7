-- The frame of every design: the common columns, the lists that inserts into the `queries` table
-- need, and the codes of the lookups. The same text on every dialect; what differs by dialect is
-- named by macros of dialects/<name>/macros.lua.

return {
  QUERIES = "queries",
  SUBQUERY_DELIMITER = "-- SUBQUERY DELIMITER",
  TIMEOUT = "5000",

  QUERIES_INSERT = [=[query_id,
query_ref,
query_status_a27,
query_type_a28,
query_dialect_a30,
query_queue_a58,
query_timeout,
code,
name,
summary,
collection,
${COMMON_FIELDS}]=],

  COMMON_CREATE = [=[valid_after ${TIMESTAMP_TZ},
valid_until ${TIMESTAMP_TZ},
created_id ${INTEGER} NOT NULL,
created_at ${TIMESTAMP_TZ} NOT NULL,
updated_id ${INTEGER} NOT NULL,
updated_at ${TIMESTAMP_TZ} NOT NULL,]=],

  COMMON_FIELDS = [=[valid_after,
valid_until,
created_id,
created_at,
updated_id,
updated_at]=],

  COMMON_VALUES = [=[NULL,
NULL,
0,
${NOW},
0,
${NOW}]=],

  COMMON_INSERT = [=[NULL AS valid_after,
NULL AS valid_until,
0 AS created_id,
${NOW} AS created_at,
0 AS updated_id,
${NOW} AS updated_at]=],

  COMMON_DIAGRAM = [=[{ "name": "valid_after", "datatype": "${TIMESTAMP_TZ}", "nullable": true, "primary_key": false, "unique": false, "standard": true },
{ "name": "valid_until", "datatype": "${TIMESTAMP_TZ}", "nullable": true, "primary_key": false, "unique": false, "standard": true },
{ "name": "created_id", "datatype": "${INTEGER}", "nullable": false, "primary_key": false, "unique": false, "standard": true },
{ "name": "created_at", "datatype": "${TIMESTAMP_TZ}", "nullable": false, "primary_key": false, "unique": false, "standard": true },
{ "name": "updated_id", "datatype": "${INTEGER}", "nullable": false, "primary_key": false, "unique": false, "standard": true },
{ "name": "updated_at", "datatype": "${TIMESTAMP_TZ}", "nullable": false, "primary_key": false, "unique": false, "standard": true }]=],

  STATUS_INACTIVE = "0",
  STATUS_ACTIVE = "1",

  TYPE_INTERNAL_SQL = "0",
  TYPE_SQL = "1",
  TYPE_PUBLIC = "10",
  TYPE_PROTECTED = "11",
  TYPE_FORWARD_MIGRATION = "1000",
  TYPE_REVERSE_MIGRATION = "1001",
  TYPE_DIAGRAM_MIGRATION = "1002",
  TYPE_APPLIED_MIGRATION = "1003",

  QTC_SLOW = "0",
  QTC_MEDIUM = "1",
  QTC_FAST = "2",
  QTC_CACHED = "3",

  PRIMARY = "PRIMARY KEY",
  UNIQUE = "UNIQUE",

  -- Short names of the two JSON wrappers.
  JIS = "${JSON_INGEST_START}",
  JIE = "${JSON_INGEST_END}",
}
