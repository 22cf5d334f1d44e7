-- The macros of PostgreSQL. docs/macros.md says what each is for.

return {
  DIALECT = "1",

  INTEGER = "integer",
  INTEGER_BIG = "bigint",
  INTEGER_SMALL = "smallint",
  FLOAT = "real",
  FLOAT_BIG = "double precision",
  TEXT = "text",
  TEXT_BIG = "text",
  JSON = "jsonb",
  SERIAL = "serial",
  DATE = "date",
  TIME = "time",
  DATETIME = "timestamp",
  TIMESTAMP = "timestamp",
  TIMESTAMP_TZ = "timestamptz",
  NOW = "CURRENT_TIMESTAMP",
  DUMMY_TABLE = "",
  REORG = "-- REORG TABLE",

  BASE64_START = "CONVERT_FROM(DECODE(",
  BASE64_END = ", 'base64'), 'UTF8')",
  COMPRESS_START = "${SCHEMA}brotli_decompress(DECODE(",
  COMPRESS_END = ", 'base64'))",
  BASE64ENCODE_START = "ENCODE(CONVERT_TO(",
  BASE64ENCODE_END = ", 'UTF8'), 'base64')",
  BASE64ENCODEBINARY_START = "ENCODE(",
  BASE64ENCODEBINARY_END = ", 'base64')",
  SHA256_HASH_START = "ENCODE(SHA256(CONCAT(",
  SHA256_HASH_MID = ", ",
  SHA256_HASH_END = ")::bytea), 'base64')",

  JSON_INGEST_START = "${SCHEMA}json_ingest (",
  JSON_INGEST_END = ")",
  JSON_INGEST_SCHEMA_START = "${JSON_INGEST_START}",
  JSON_INGEST_SCHEMA_END = "${JSON_INGEST_END}",
  -- Inside the strings of the source, raw line ends and tabs become escapes.
  JSON_INGEST_FUNCTION = [=[CREATE OR REPLACE FUNCTION ${SCHEMA}json_ingest(source text)
RETURNS jsonb LANGUAGE plpgsql STRICT STABLE AS $json_ingest$
DECLARE
  mended text;
BEGIN
  BEGIN
    RETURN source::jsonb;
  EXCEPTION WHEN invalid_text_representation THEN
    mended := '';
  END;
  SELECT string_agg(
           CASE WHEN token[1] LIKE '"%'
             THEN replace(replace(replace(token[1], chr(10), '\n'), chr(13), '\r'), chr(9), '\t')
             ELSE token[1]
           END, '' ORDER BY place)
    INTO mended
    FROM regexp_matches(source, '("(?:[^"\\]|\\.)*"|[^"]+|")', 'g')
         WITH ORDINALITY AS found(token, place);
  RETURN mended::jsonb;
END;
$json_ingest$]=],
  JSON_INGEST_SCHEMA_FUNCTION = "",
  JSON_VALUE_FUNCTION = "-- JSON_VALUE: nothing to create",
  BROTLI_DECOMPRESS_FUNCTION = [=[CREATE OR REPLACE FUNCTION ${SCHEMA}brotli_decompress(compressed bytea)
RETURNS text LANGUAGE c IMMUTABLE STRICT
AS 'brotli_decompress', 'brotli_decompress']=],
  CONVERT_TZ_FUNCTION = [=[CREATE OR REPLACE FUNCTION ${SCHEMA}convert_tz(moment timestamp, from_zone text, to_zone text)
RETURNS timestamp LANGUAGE sql STABLE STRICT AS $convert_tz$
  SELECT (moment AT TIME ZONE from_zone) AT TIME ZONE to_zone
$convert_tz$]=],

  JRS = "",
  JRM = "::json ->> ",
  JRE = "",
  TRMS = "(${NOW} - ( ",
  TRME = " || ' minutes')::interval)",
  TRFS = "(${NOW} + ( ",
  TRFE = " || ' seconds')::interval)",
  TRFMS = "(${NOW} + ( ",
  TRFME = " || ' minutes')::interval)",
  SESSION_SECS = "EXTRACT(EPOCH FROM (CURRENT_TIMESTAMP - :SESSION_START))",
  DATETIME_FORMAT = "CAST(${NOW} AS varchar(30))",
  TIMESTAMP_FORMAT = "CAST(${NOW} AS varchar(30))",

  INSERT_KEY_START = "-- ",
  INSERT_KEY_END = "",
  INSERT_KEY_RETURN = "RETURNING ",

  SIZE_COLLECTION = "LENGTH(collection::text)",
  SIZE_INTEGER = "4",
  SIZE_INTEGER_BIG = "8",
  SIZE_INTEGER_SMALL = "2",
  SIZE_FLOAT = "4",
  SIZE_FLOAT_BIG = "8",
  SIZE_TIMESTAMP = "8",

  -- Fails in the cast, with the message as its text, when there is a row; random() keeps the planner
  -- from casting ahead of time.
  DROP_CHECK = "SELECT CAST('Refusing to drop table ${SCHEMA}${TABLE}: it contains data' || LEFT(random()::text, 0) AS integer) FROM ${SCHEMA}${TABLE} LIMIT 1",
}
