-- database_mariadb.lua
-- What the harbor design needs to know of mariadb
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
  INTEGER = "int",
  INTEGER_BIG = "bigint",
  INTEGER_SMALL = "smallint",
  FLOAT = "float",
  FLOAT_BIG = "double",
  TEXT = "varchar(255)",
  TEXT_BIG = "text",
  JSON = "longtext",
  DATE = "date",
  TIMESTAMP_TZ = "datetime(3)",
  NOW = "CURRENT_TIMESTAMP(3)",
  PRIMARY = "PRIMARY KEY",
  UNIQUE = "UNIQUE",
  DUMMY_TABLE = "",
  REORG = "-- REORG TABLE",
  BASE64_START = "cast(FROM_BASE64(",
  BASE64_END = ") as char character set utf8mb4)",
  COMPRESS_START = "brotli_decompress(FROM_BASE64(",
  COMPRESS_END = "))",
  SHA256_HASH_START = "TO_BASE64(UNHEX(SHA2(CONCAT(",
  SHA256_HASH_MID = ", ",
  SHA256_HASH_END = "), 256)))",
  JIS = "${SCHEMA}json_ingest(",
  JIE = ")",
  JRS = "",
  JRM = " ->> ",
  JRE = "",
  TRMS = "DATE_SUB(${NOW}, INTERVAL ",
  TRME = " MINUTE)",
  SESSION_SECS = "UNIX_TIMESTAMP(CURRENT_TIMESTAMP) - UNIX_TIMESTAMP(:SESSION_START)",
  INSERT_KEY_START = "-- ",
  INSERT_KEY_END = "",
  INSERT_KEY_RETURN = "RETURNING ",
  SIZE_COLLECTION = "LENGTH(collection)",
  DROP_CHECK = " DO IF(EXISTS(SELECT 1 FROM ${SCHEMA}${TABLE}), cast('Refusing to drop table ${SCHEMA}${TABLE} – it contains data' AS CHAR(0)), NULL)",
  JSON_INGEST_DROP = "-- nothing to drop first",
  JSON_INGEST_FUNCTION = [[
CREATE OR REPLACE FUNCTION ${SCHEMA}json_ingest(source longtext)
RETURNS longtext
DETERMINISTIC NO SQL
BEGIN
  IF JSON_VALID(source) THEN
    RETURN source;
  END IF;
  RETURN REPLACE(REPLACE(REPLACE(source, CHAR(9), ' '), CHAR(13), ' '), CHAR(10), ' ');
END]],
  JSON_INGEST_GONE = "DROP FUNCTION ${SCHEMA}json_ingest",
  BROTLI_DECOMPRESS_DROP = "DROP FUNCTION IF EXISTS brotli_decompress",
  BROTLI_DECOMPRESS_FUNCTION = "CREATE FUNCTION brotli_decompress RETURNS STRING SONAME 'brotli_decompress.so'",
}
