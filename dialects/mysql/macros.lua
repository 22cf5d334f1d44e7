-- The macros of MySQL. docs/macros.md says what each is for.

return {
  DIALECT = "3",

  INTEGER = "int",
  INTEGER_BIG = "bigint",
  INTEGER_SMALL = "smallint",
  FLOAT = "float",
  FLOAT_BIG = "double",
  TEXT = "text",
  TEXT_BIG = "text",
  JSON = "longtext",
  SERIAL = "int auto_increment",
  DATE = "date",
  TIME = "time",
  DATETIME = "datetime",
  TIMESTAMP = "timestamp",
  TIMESTAMP_TZ = "datetime(3)",
  NOW = "CURRENT_TIMESTAMP(3)",
  DUMMY_TABLE = "",
  REORG = "-- REORG TABLE",

  BASE64_START = "cast(FROM_BASE64(",
  BASE64_END = ") as char character set utf8mb4)",
  COMPRESS_START = "brotli_decompress(FROM_BASE64(",
  COMPRESS_END = "))",
  BASE64ENCODE_START = "TO_BASE64(",
  BASE64ENCODE_END = ")",
  BASE64ENCODEBINARY_START = "TO_BASE64(",
  BASE64ENCODEBINARY_END = ")",
  SHA256_HASH_START = "TO_BASE64(UNHEX(SHA2(CONCAT(",
  SHA256_HASH_MID = ", ",
  SHA256_HASH_END = "), 256)))",

  JSON_INGEST_START = "${SCHEMA}json_ingest(",
  JSON_INGEST_END = ")",
  JSON_INGEST_SCHEMA_START = "${JSON_INGEST_START}",
  JSON_INGEST_SCHEMA_END = "${JSON_INGEST_END}",
  JSON_INGEST_FUNCTION = [=[DROP FUNCTION IF EXISTS ${SCHEMA}json_ingest;
CREATE FUNCTION ${JSON_INGEST_DEFINITION}]=],
  -- Walks from one double quote to the next; inside the strings of the source, raw line ends and
  -- tabs become escapes. char(34) is the double quote, char(92) the backslash.
  JSON_INGEST_DEFINITION = [=[${SCHEMA}json_ingest(source longtext CHARACTER SET utf8mb4)
RETURNS longtext CHARACTER SET utf8mb4 DETERMINISTIC NO SQL
BEGIN
  DECLARE mended longtext CHARACTER SET utf8mb4 DEFAULT '';
  DECLARE rest longtext CHARACTER SET utf8mb4 DEFAULT source;
  DECLARE piece longtext CHARACTER SET utf8mb4;
  DECLARE slash varchar(1) CHARACTER SET utf8mb4 DEFAULT char(92 USING utf8mb4);
  DECLARE cut int DEFAULT 0;
  DECLARE inside boolean DEFAULT FALSE;
  IF source IS NULL OR JSON_VALID(source) THEN
    RETURN source;
  END IF;
  WHILE CHAR_LENGTH(rest) > 0 DO
    SET cut = LOCATE(char(34 USING utf8mb4), rest);
    SET piece = IF(cut = 0, rest, LEFT(rest, cut - 1));
    SET rest = IF(cut = 0, '', SUBSTRING(rest, cut + 1));
    IF inside THEN
      SET mended = CONCAT(mended, REPLACE(REPLACE(REPLACE(piece,
        char(10 USING utf8mb4), CONCAT(slash, 'n')),
        char(13 USING utf8mb4), CONCAT(slash, 'r')),
        char(9 USING utf8mb4), CONCAT(slash, 't')));
    ELSE
      SET mended = CONCAT(mended, piece);
    END IF;
    IF cut > 0 THEN
      SET mended = CONCAT(mended, char(34 USING utf8mb4));
    END IF;
    IF NOT inside
        OR (CHAR_LENGTH(piece) - CHAR_LENGTH(TRIM(TRAILING slash FROM piece))) % 2 = 0 THEN
      SET inside = NOT inside;
    END IF;
  END WHILE;
  RETURN mended;
END]=],
  JSON_INGEST_SCHEMA_FUNCTION = "",
  JSON_VALUE_FUNCTION = "-- JSON_VALUE is built in",
  BROTLI_DECOMPRESS_FUNCTION = "CREATE FUNCTION brotli_decompress RETURNS STRING SONAME 'brotli_decompress.so'",
  CONVERT_TZ_FUNCTION = "-- CONVERT_TZ is built in",

  JRS = "",
  JRM = " ->> ",
  JRE = "",
  TRMS = "DATE_SUB(${NOW}, INTERVAL ",
  TRME = " MINUTE)",
  TRFS = "DATE_ADD(${NOW}, INTERVAL ",
  TRFE = " SECOND)",
  TRFMS = "DATE_ADD(${NOW}, INTERVAL ",
  TRFME = " MINUTE)",
  SESSION_SECS = "UNIX_TIMESTAMP(CURRENT_TIMESTAMP) - UNIX_TIMESTAMP(:SESSION_START)",
  DATETIME_FORMAT = "CAST(${NOW} AS CHAR(30))",
  TIMESTAMP_FORMAT = "CAST(${NOW} AS CHAR(30))",

  INSERT_KEY_START = "-- ",
  INSERT_KEY_END = "",
  -- MySQL has no RETURNING: the column becomes a remark, LAST_INSERT_ID() knows the key.
  INSERT_KEY_RETURN = "-- ",

  SIZE_COLLECTION = "LENGTH(collection)",
  SIZE_INTEGER = "4",
  SIZE_INTEGER_BIG = "8",
  SIZE_INTEGER_SMALL = "2",
  SIZE_FLOAT = "4",
  SIZE_FLOAT_BIG = "8",
  SIZE_TIMESTAMP = "7",

  DROP_CHECK = " DO IF(EXISTS(SELECT 1 FROM ${SCHEMA}${TABLE}), cast('Refusing to drop table ${SCHEMA}${TABLE}: it contains data' AS CHAR(0)), NULL)",
}
