-- 1000 load
CREATE TABLE DEMO.queries (
  query_id INTEGER NOT NULL,
  query_ref INTEGER NOT NULL,
  query_status_a27 INTEGER NOT NULL,
  query_type_a28 INTEGER NOT NULL,
  query_dialect_a30 INTEGER NOT NULL,
  query_queue_a58 INTEGER NOT NULL,
  query_timeout INTEGER NOT NULL,
  code CLOB(100K) NOT NULL,
  name VARCHAR(250) NOT NULL,
  summary CLOB(100K),
  collection CLOB(100K),
  valid_after TIMESTAMP,
  valid_until TIMESTAMP,
  created_id INTEGER NOT NULL,
  created_at TIMESTAMP NOT NULL,
  updated_id INTEGER NOT NULL,
  updated_at TIMESTAMP NOT NULL,
  PRIMARY KEY(query_id),
  UNIQUE(query_ref, query_type_a28)
)
;
CREATE OR REPLACE FUNCTION DEMO.JSON_INGEST(SOURCE CLOB(100K))
RETURNS CLOB(100K) LANGUAGE SQL DETERMINISTIC NO EXTERNAL ACTION
BEGIN
RETURN REPLACE(REPLACE(REPLACE(SOURCE, CHR(9), ' '), CHR(13), ' '), CHR(10), ' ');
END
;
INSERT INTO DEMO.queries (
  query_id, query_ref, query_status_a27, query_type_a28, query_dialect_a30,
  query_queue_a58, query_timeout, code, name, summary, collection, valid_after, valid_until, created_id, created_at, updated_id, updated_at
)
WITH next_query_id AS (
  SELECT COALESCE(MAX(query_id), 0) + 1 AS new_query_id
  FROM DEMO.queries
)
SELECT
new_query_id AS query_id,
1000 AS query_ref,
1 AS query_status_a27,
1003 AS query_type_a28,
4 AS query_dialect_a30,
0 AS query_queue_a58,
5000 AS query_timeout,
CAST(? AS CLOB(100K)) AS code,
'Create queries' AS name,
CAST(? AS CLOB(100K)) AS summary,
'{}' AS collection,
NULL AS valid_after, NULL AS valid_until, 0 AS created_id, CURRENT TIMESTAMP AS created_at,
0 AS updated_id, CURRENT TIMESTAMP AS updated_at
FROM next_query_id
;
-- a value of 605 bytes
-- a value of 63 bytes
INSERT INTO DEMO.queries (
  query_id, query_ref, query_status_a27, query_type_a28, query_dialect_a30,
  query_queue_a58, query_timeout, code, name, summary, collection, valid_after, valid_until, created_id, created_at, updated_id, updated_at
)
WITH next_query_id AS (
  SELECT COALESCE(MAX(query_id), 0) + 1 AS new_query_id
  FROM DEMO.queries
)
SELECT
new_query_id AS query_id,
1000 AS query_ref,
1 AS query_status_a27,
1001 AS query_type_a28,
4 AS query_dialect_a30,
0 AS query_queue_a58,
5000 AS query_timeout,
CAST(? AS CLOB(100K)) AS code,
'Drop queries' AS name,
CAST(? AS CLOB(100K)) AS summary,
'{}' AS collection,
NULL AS valid_after, NULL AS valid_until, 0 AS created_id, CURRENT TIMESTAMP AS created_at,
0 AS updated_id, CURRENT TIMESTAMP AS updated_at
FROM next_query_id
;
-- a value of 370 bytes
-- a value of 25 bytes
INSERT INTO DEMO.queries (
  query_id, query_ref, query_status_a27, query_type_a28, query_dialect_a30,
  query_queue_a58, query_timeout, code, name, summary, collection, valid_after, valid_until, created_id, created_at, updated_id, updated_at
)
WITH next_query_id AS (
  SELECT COALESCE(MAX(query_id), 0) + 1 AS new_query_id
  FROM DEMO.queries
)
SELECT
new_query_id AS query_id,
1000 AS query_ref,
1 AS query_status_a27,
1002 AS query_type_a28,
4 AS query_dialect_a30,
0 AS query_queue_a58,
5000 AS query_timeout,
'JSON of the table in collection' AS code,
'Diagram of queries' AS name,
CAST(? AS CLOB(100K)) AS summary,
-- DIAGRAM_START
DEMO.JSON_INGEST(
  CAST(? AS CLOB(100K))
)
-- DIAGRAM_END
AS collection,
NULL AS valid_after, NULL AS valid_until, 0 AS created_id, CURRENT TIMESTAMP AS created_at,
0 AS updated_id, CURRENT TIMESTAMP AS updated_at
FROM next_query_id
;
-- a value of 22 bytes
-- a value of 2606 bytes
-- 1000 forward
CREATE TABLE DEMO.queries (
  query_id INTEGER NOT NULL,
  query_ref INTEGER NOT NULL,
  query_status_a27 INTEGER NOT NULL,
  query_type_a28 INTEGER NOT NULL,
  query_dialect_a30 INTEGER NOT NULL,
  query_queue_a58 INTEGER NOT NULL,
  query_timeout INTEGER NOT NULL,
  code CLOB(100K) NOT NULL,
  name VARCHAR(250) NOT NULL,
  summary CLOB(100K),
  collection CLOB(100K),
  valid_after TIMESTAMP,
valid_until TIMESTAMP,
created_id INTEGER NOT NULL,
created_at TIMESTAMP NOT NULL,
updated_id INTEGER NOT NULL,
updated_at TIMESTAMP NOT NULL,
  PRIMARY KEY(query_id),
  UNIQUE(query_ref, query_type_a28)
)
;
-- 1000 reverse
DELETE FROM DEMO.queries
WHERE query_type_a28 IN (1000, 1001, 1002, 1003)
;
BEGIN IF EXISTS(SELECT 1 FROM DEMO.queries) THEN SIGNAL SQLSTATE '75001' SET MESSAGE_TEXT = 'Refusing to drop table DEMO.queries – it contains data'; END IF; END
;
DROP FUNCTION DEMO.JSON_INGEST
;
DROP TABLE DEMO.queries
;
-- 1001 load
INSERT INTO DEMO.queries (
  query_id, query_ref, query_status_a27, query_type_a28, query_dialect_a30,
  query_queue_a58, query_timeout, code, name, summary, collection, valid_after, valid_until, created_id, created_at, updated_id, updated_at
)
WITH next_query_id AS (
  SELECT COALESCE(MAX(query_id), 0) + 1 AS new_query_id
  FROM DEMO.queries
)
SELECT
new_query_id AS query_id,
1001 AS query_ref,
1 AS query_status_a27,
1000 AS query_type_a28,
4 AS query_dialect_a30,
0 AS query_queue_a58,
5000 AS query_timeout,
CAST(? AS CLOB(100K)) AS code,
'Create berths' AS name,
CAST(? AS CLOB(100K)) AS summary,
'{}' AS collection,
NULL AS valid_after, NULL AS valid_until, 0 AS created_id, CURRENT TIMESTAMP AS created_at,
0 AS updated_id, CURRENT TIMESTAMP AS updated_at
FROM next_query_id
;
-- a value of 454 bytes
-- a value of 64 bytes
INSERT INTO DEMO.queries (
  query_id, query_ref, query_status_a27, query_type_a28, query_dialect_a30,
  query_queue_a58, query_timeout, code, name, summary, collection, valid_after, valid_until, created_id, created_at, updated_id, updated_at
)
WITH next_query_id AS (
  SELECT COALESCE(MAX(query_id), 0) + 1 AS new_query_id
  FROM DEMO.queries
)
SELECT
new_query_id AS query_id,
1001 AS query_ref,
1 AS query_status_a27,
1001 AS query_type_a28,
4 AS query_dialect_a30,
0 AS query_queue_a58,
5000 AS query_timeout,
CAST(? AS CLOB(100K)) AS code,
'Take back create berths' AS name,
CAST(? AS CLOB(100K)) AS summary,
'{}' AS collection,
NULL AS valid_after, NULL AS valid_until, 0 AS created_id, CURRENT TIMESTAMP AS created_at,
0 AS updated_id, CURRENT TIMESTAMP AS updated_at
FROM next_query_id
;
-- a value of 334 bytes
-- a value of 67 bytes
INSERT INTO DEMO.queries (
  query_id, query_ref, query_status_a27, query_type_a28, query_dialect_a30,
  query_queue_a58, query_timeout, code, name, summary, collection, valid_after, valid_until, created_id, created_at, updated_id, updated_at
)
WITH next_query_id AS (
  SELECT COALESCE(MAX(query_id), 0) + 1 AS new_query_id
  FROM DEMO.queries
)
SELECT
new_query_id AS query_id,
1001 AS query_ref,
1 AS query_status_a27,
1002 AS query_type_a28,
4 AS query_dialect_a30,
0 AS query_queue_a58,
5000 AS query_timeout,
'JSON of the table in collection' AS code,
'Diagram of berths' AS name,
CAST(? AS CLOB(100K)) AS summary,
-- DIAGRAM_START
DEMO.JSON_INGEST(
  CAST(? AS CLOB(100K))
)
-- DIAGRAM_END
AS collection,
NULL AS valid_after, NULL AS valid_until, 0 AS created_id, CURRENT TIMESTAMP AS created_at,
0 AS updated_id, CURRENT TIMESTAMP AS updated_at
FROM next_query_id
;
-- a value of 21 bytes
-- a value of 1362 bytes
-- 1001 forward
CREATE TABLE DEMO.berths (
  berth_id INTEGER NOT NULL,
  name VARCHAR(50) NOT NULL,
  length_m REAL,
  depth_m DOUBLE,
  valid_after TIMESTAMP,
valid_until TIMESTAMP,
created_id INTEGER NOT NULL,
created_at TIMESTAMP NOT NULL,
updated_id INTEGER NOT NULL,
updated_at TIMESTAMP NOT NULL,
  PRIMARY KEY(berth_id),
  UNIQUE(name)
)
;
UPDATE DEMO.queries
SET query_type_a28 = 1003
WHERE query_ref = 1001
  AND query_type_a28 = 1000
;
-- 1001 reverse
BEGIN IF EXISTS(SELECT 1 FROM DEMO.berths) THEN SIGNAL SQLSTATE '75001' SET MESSAGE_TEXT = 'Refusing to drop table DEMO.berths – it contains data'; END IF; END
;
DROP TABLE DEMO.berths
;
UPDATE DEMO.queries
SET query_type_a28 = 1000
WHERE query_ref = 1001
  AND query_type_a28 = 1003
;
-- 1014 load
INSERT INTO DEMO.queries (
  query_id, query_ref, query_status_a27, query_type_a28, query_dialect_a30,
  query_queue_a58, query_timeout, code, name, summary, collection, valid_after, valid_until, created_id, created_at, updated_id, updated_at
)
WITH next_query_id AS (
  SELECT COALESCE(MAX(query_id), 0) + 1 AS new_query_id
  FROM DEMO.queries
)
SELECT
new_query_id AS query_id,
1014 AS query_ref,
1 AS query_status_a27,
1000 AS query_type_a28,
4 AS query_dialect_a30,
0 AS query_queue_a58,
5000 AS query_timeout,
CAST(? AS CLOB(100K)) AS code,
'Fill notices' AS name,
CAST(? AS CLOB(100K)) AS summary,
'{}' AS collection,
NULL AS valid_after, NULL AS valid_until, 0 AS created_id, CURRENT TIMESTAMP AS created_at,
0 AS updated_id, CURRENT TIMESTAMP AS updated_at
FROM next_query_id
;
-- a value of 697 bytes
-- a value of 55 bytes
INSERT INTO DEMO.queries (
  query_id, query_ref, query_status_a27, query_type_a28, query_dialect_a30,
  query_queue_a58, query_timeout, code, name, summary, collection, valid_after, valid_until, created_id, created_at, updated_id, updated_at
)
WITH next_query_id AS (
  SELECT COALESCE(MAX(query_id), 0) + 1 AS new_query_id
  FROM DEMO.queries
)
SELECT
new_query_id AS query_id,
1014 AS query_ref,
1 AS query_status_a27,
1001 AS query_type_a28,
4 AS query_dialect_a30,
0 AS query_queue_a58,
5000 AS query_timeout,
CAST(? AS CLOB(100K)) AS code,
'Take back fill notices' AS name,
CAST(? AS CLOB(100K)) AS summary,
'{}' AS collection,
NULL AS valid_after, NULL AS valid_until, 0 AS created_id, CURRENT TIMESTAMP AS created_at,
0 AS updated_id, CURRENT TIMESTAMP AS updated_at
FROM next_query_id
;
-- a value of 169 bytes
-- a value of 58 bytes
-- 1014 forward
INSERT INTO DEMO.notices (notice_id, title, body, valid_after, valid_until, created_id, created_at, updated_id, updated_at)
VALUES (2, 'The rules', CAST(? AS CLOB(100K)), NULL, NULL, 0, CURRENT TIMESTAMP, 0, CURRENT TIMESTAMP)
;
-- a value of 3306 bytes
UPDATE DEMO.queries
SET query_type_a28 = 1003
WHERE query_ref = 1014
  AND query_type_a28 = 1000
;
-- 1014 reverse
DELETE FROM DEMO.notices WHERE notice_id = 2
;
UPDATE DEMO.queries
SET query_type_a28 = 1000
WHERE query_ref = 1014
  AND query_type_a28 = 1003
;
-- 1024 load
INSERT INTO DEMO.queries (
  query_id, query_ref, query_status_a27, query_type_a28, query_dialect_a30,
  query_queue_a58, query_timeout, code, name, summary, collection, valid_after, valid_until, created_id, created_at, updated_id, updated_at
)
WITH next_query_id AS (
  SELECT COALESCE(MAX(query_id), 0) + 1 AS new_query_id
  FROM DEMO.queries
)
SELECT
new_query_id AS query_id,
1024 AS query_ref,
1 AS query_status_a27,
1000 AS query_type_a28,
4 AS query_dialect_a30,
0 AS query_queue_a58,
5000 AS query_timeout,
CAST(? AS CLOB(100K)) AS code,
'Create fees' AS name,
CAST(? AS CLOB(100K)) AS summary,
'{}' AS collection,
NULL AS valid_after, NULL AS valid_until, 0 AS created_id, CURRENT TIMESTAMP AS created_at,
0 AS updated_id, CURRENT TIMESTAMP AS updated_at
FROM next_query_id
;
-- a value of 453 bytes
-- a value of 40 bytes
INSERT INTO DEMO.queries (
  query_id, query_ref, query_status_a27, query_type_a28, query_dialect_a30,
  query_queue_a58, query_timeout, code, name, summary, collection, valid_after, valid_until, created_id, created_at, updated_id, updated_at
)
WITH next_query_id AS (
  SELECT COALESCE(MAX(query_id), 0) + 1 AS new_query_id
  FROM DEMO.queries
)
SELECT
new_query_id AS query_id,
1024 AS query_ref,
1 AS query_status_a27,
1001 AS query_type_a28,
4 AS query_dialect_a30,
0 AS query_queue_a58,
5000 AS query_timeout,
CAST(? AS CLOB(100K)) AS code,
'Take back create fees' AS name,
CAST(? AS CLOB(100K)) AS summary,
'{}' AS collection,
NULL AS valid_after, NULL AS valid_until, 0 AS created_id, CURRENT TIMESTAMP AS created_at,
0 AS updated_id, CURRENT TIMESTAMP AS updated_at
FROM next_query_id
;
-- a value of 328 bytes
-- a value of 43 bytes
INSERT INTO DEMO.queries (
  query_id, query_ref, query_status_a27, query_type_a28, query_dialect_a30,
  query_queue_a58, query_timeout, code, name, summary, collection, valid_after, valid_until, created_id, created_at, updated_id, updated_at
)
WITH next_query_id AS (
  SELECT COALESCE(MAX(query_id), 0) + 1 AS new_query_id
  FROM DEMO.queries
)
SELECT
new_query_id AS query_id,
1024 AS query_ref,
1 AS query_status_a27,
1002 AS query_type_a28,
4 AS query_dialect_a30,
0 AS query_queue_a58,
5000 AS query_timeout,
'JSON of the table in collection' AS code,
'Diagram of fees' AS name,
CAST(? AS CLOB(100K)) AS summary,
-- DIAGRAM_START
DEMO.JSON_INGEST(
  CAST(? AS CLOB(100K))
)
-- DIAGRAM_END
AS collection,
NULL AS valid_after, NULL AS valid_until, 0 AS created_id, CURRENT TIMESTAMP AS created_at,
0 AS updated_id, CURRENT TIMESTAMP AS updated_at
FROM next_query_id
;
-- a value of 19 bytes
-- a value of 1419 bytes
-- 1024 forward
CREATE TABLE DEMO.fees (
  fee_id INTEGER NOT NULL,
  visit_id INTEGER NOT NULL,
  amount DOUBLE NOT NULL,
  currency CHAR(20) NOT NULL,
  valid_after TIMESTAMP,
valid_until TIMESTAMP,
created_id INTEGER NOT NULL,
created_at TIMESTAMP NOT NULL,
updated_id INTEGER NOT NULL,
updated_at TIMESTAMP NOT NULL,
  PRIMARY KEY(fee_id)
)
;
UPDATE DEMO.queries
SET query_type_a28 = 1003
WHERE query_ref = 1024
  AND query_type_a28 = 1000
;
-- 1024 reverse
BEGIN IF EXISTS(SELECT 1 FROM DEMO.fees) THEN SIGNAL SQLSTATE '75001' SET MESSAGE_TEXT = 'Refusing to drop table DEMO.fees – it contains data'; END IF; END
;
DROP TABLE DEMO.fees
;
UPDATE DEMO.queries
SET query_type_a28 = 1000
WHERE query_ref = 1024
  AND query_type_a28 = 1003
;
