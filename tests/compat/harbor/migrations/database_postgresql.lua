-- database_postgresql.lua
-- What the harbor design needs to know of postgresql
--
-- CHANGELOG
-- 1.0.0 - 2026-03-01 - First version

return {
  CHAR_2 = "char(2)",
  CHAR_20 = "char(20)",
  CHAR_50 = "char(50)",
  CHAR_128 = "char(128)",
  VARCHAR_20 = "varchar(20)",
  VARCHAR_50 = "varchar(50)",
  VARCHAR_64 = "varchar(64)",
  VARCHAR_100 = "varchar(100)",
  VARCHAR_128 = "varchar(128)",
  VARCHAR_500 = "varchar(500)",
  INTEGER = "integer",
  INTEGER_BIG = "bigint",
  INTEGER_SMALL = "smallint",
  FLOAT = "real",
  FLOAT_BIG = "double precision",
  TEXT = "text",
  TEXT_BIG = "text",
  JSON = "jsonb",
  DATE = "date",
  TIMESTAMP_TZ = "timestamptz",
  NOW = "CURRENT_TIMESTAMP",
  PRIMARY = "PRIMARY KEY",
  UNIQUE = "UNIQUE",
  DUMMY_TABLE = "",
  REORG = "-- REORG TABLE",
  BASE64_START = "CONVERT_FROM(DECODE(",
  BASE64_END = ", 'base64'), 'UTF8')",
  COMPRESS_START = "${SCHEMA}brotli_decompress(DECODE(",
  COMPRESS_END = ", 'base64'))",
  SHA256_HASH_START = "ENCODE(SHA256(CONCAT(",
  SHA256_HASH_MID = ", ",
  SHA256_HASH_END = ")::bytea), 'base64')",
  JIS = "${SCHEMA}json_ingest (",
  JIE = ")",
  JRS = "",
  JRM = "::json ->> ",
  JRE = "",
  TRMS = "(${NOW} - ( ",
  TRME = " || ' minutes')::interval)",
  SESSION_SECS = "EXTRACT(EPOCH FROM (CURRENT_TIMESTAMP - :SESSION_START))",
  INSERT_KEY_START = "-- ",
  INSERT_KEY_END = "",
  INSERT_KEY_RETURN = "RETURNING ",
  SIZE_COLLECTION = "LENGTH(collection::text)",
  DROP_CHECK = "SELECT pg_catalog.pg_terminate_backend(pg_backend_pid()) FROM ${SCHEMA}${TABLE} LIMIT 1",
  JSON_INGEST_DROP = "-- nothing to drop first",
  JSON_INGEST_FUNCTION = [[
CREATE OR REPLACE FUNCTION ${SCHEMA}json_ingest(source text)
RETURNS jsonb LANGUAGE plpgsql STRICT STABLE AS $body$
BEGIN
  BEGIN
    RETURN source::jsonb;
  EXCEPTION WHEN invalid_text_representation THEN
    RETURN translate(source, chr(9) || chr(10) || chr(13), '   ')::jsonb;
  END;
END;
$body$]],
  JSON_INGEST_GONE = "DROP FUNCTION ${SCHEMA}json_ingest(text)",
  BROTLI_DECOMPRESS_DROP = "-- replaced below",
  BROTLI_DECOMPRESS_FUNCTION = [[
CREATE OR REPLACE FUNCTION ${SCHEMA}brotli_decompress(compressed bytea) RETURNS text
AS 'brotli_decompress', 'brotli_decompress' LANGUAGE c IMMUTABLE STRICT]],
}
