-- add_check
ALTER TABLE "person" ADD CONSTRAINT "person_has_name" CHECK (name <> 'nobody');
-- back
ALTER TABLE "person" DROP CONSTRAINT "person_has_name";

-- add_column
ALTER TABLE "person" ADD COLUMN "nick" varchar(40);
COMMENT ON COLUMN "person"."nick" IS 'what friends say';
ALTER TABLE "person" ADD COLUMN "visits" integer DEFAULT 0 NOT NULL;
-- back
LOCK TABLE "person" IN ACCESS EXCLUSIVE MODE;
SELECT 1 WHERE row_security_active('"person"');
CREATE TABLE "helium_stash_ops_2_2" AS SELECT "id", "visits" FROM "person";
DO $$DECLARE who text; BEGIN FOR who IN SELECT CASE grantee WHEN 0 THEN 'PUBLIC' ELSE grantee::regrole::text END FROM pg_catalog.pg_class, aclexplode(relacl) WHERE oid = '"helium_stash_ops_2_2"'::regclass AND grantee <> relowner LOOP EXECUTE 'REVOKE ALL ON "helium_stash_ops_2_2" FROM ' || who; END LOOP; END$$;
ALTER TABLE "person" DROP COLUMN "visits";
LOCK TABLE "person" IN ACCESS EXCLUSIVE MODE;
SELECT 1 WHERE row_security_active('"person"');
CREATE TABLE "helium_stash_ops_2_1" AS SELECT "id", "nick" FROM "person";
DO $$DECLARE who text; BEGIN FOR who IN SELECT CASE grantee WHEN 0 THEN 'PUBLIC' ELSE grantee::regrole::text END FROM pg_catalog.pg_class, aclexplode(relacl) WHERE oid = '"helium_stash_ops_2_1"'::regclass AND grantee <> relowner LOOP EXECUTE 'REVOKE ALL ON "helium_stash_ops_2_1" FROM ' || who; END LOOP; END$$;
ALTER TABLE "person" DROP COLUMN "nick";

-- add_column_backfilled
ALTER TABLE "person" ADD COLUMN "label" varchar(100);
UPDATE "person" SET "label" = name WHERE "label" IS NULL;
ALTER TABLE "person" ALTER COLUMN "label" SET NOT NULL;
-- back
LOCK TABLE "person" IN ACCESS EXCLUSIVE MODE;
SELECT 1 WHERE row_security_active('"person"');
CREATE TABLE "helium_stash_ops_2_1" AS SELECT "id", "label" FROM "person";
DO $$DECLARE who text; BEGIN FOR who IN SELECT CASE grantee WHEN 0 THEN 'PUBLIC' ELSE grantee::regrole::text END FROM pg_catalog.pg_class, aclexplode(relacl) WHERE oid = '"helium_stash_ops_2_1"'::regclass AND grantee <> relowner LOOP EXECUTE 'REVOKE ALL ON "helium_stash_ops_2_1" FROM ' || who; END LOOP; END$$;
ALTER TABLE "person" DROP COLUMN "label";

-- add_enum_value
ALTER TYPE "weather" ADD VALUE 'fog' BEFORE 'sun';
-- postgresql takes no value away from an enum

-- add_expression_index
CREATE INDEX "person_lower" ON "person" ((lower(name)));
-- back
DROP INDEX "person_lower";

-- add_foreign_key
ALTER TABLE "note" ADD CONSTRAINT "note_account" FOREIGN KEY ("account_id") REFERENCES "account" ("id") ON DELETE SET NULL;
-- back
ALTER TABLE "note" DROP CONSTRAINT "note_account";

-- add_index
CREATE INDEX "person_score" ON "person" ("score", "id");
-- back
DROP INDEX "person_score";

-- add_partial_index
CREATE INDEX "person_scored" ON "person" ("score") WHERE score IS NOT NULL;
-- back
DROP INDEX "person_scored";

-- add_primary_key
ALTER TABLE "plain" ADD CONSTRAINT "plain_pkey" PRIMARY KEY ("code");
-- back
ALTER TABLE "plain" DROP CONSTRAINT "plain_pkey";

-- add_unique
ALTER TABLE "person" ADD CONSTRAINT "person_name_id" UNIQUE ("name", "id");
-- back
ALTER TABLE "person" DROP CONSTRAINT "person_name_id";

-- add_unique_index
CREATE UNIQUE INDEX "person_id_name" ON "person" ("id", "name");
-- back
DROP INDEX "person_id_name";

-- alter_column
DROP VIEW "rich";
ALTER TABLE "person" ALTER COLUMN "name" TYPE varchar(200) USING "name"::varchar(200);
CREATE VIEW "rich" AS
SELECT id, name FROM person WHERE id > 900;
DROP VIEW "rich";
ALTER TABLE "person" ALTER COLUMN "score" SET DEFAULT 7;
CREATE VIEW "rich" AS
SELECT id, name FROM person WHERE id > 900;
-- back
DROP VIEW "rich";
ALTER TABLE "person" ALTER COLUMN "score" DROP DEFAULT;
CREATE VIEW "rich" AS
SELECT id, name FROM person WHERE id > 900;
DROP VIEW "rich";
ALTER TABLE "person" ALTER COLUMN "name" TYPE varchar(100) USING "name"::varchar(100);
CREATE VIEW "rich" AS
SELECT id, name FROM person WHERE id > 900;

-- alter_column_by_expression
LOCK TABLE "note" IN SHARE ROW EXCLUSIVE MODE;
SELECT 1 WHERE row_security_active('"note"');
CREATE TABLE "helium_stash_ops_2_1" AS SELECT "id", "text" FROM "note";
DO $$DECLARE who text; BEGIN FOR who IN SELECT CASE grantee WHEN 0 THEN 'PUBLIC' ELSE grantee::regrole::text END FROM pg_catalog.pg_class, aclexplode(relacl) WHERE oid = '"helium_stash_ops_2_1"'::regclass AND grantee <> relowner LOOP EXECUTE 'REVOKE ALL ON "helium_stash_ops_2_1" FROM ' || who; END LOOP; END$$;
ALTER TABLE "note" ALTER COLUMN "text" TYPE varchar(500) USING (substr(text, 1, 500));
LOCK TABLE "note" IN SHARE ROW EXCLUSIVE MODE;
SELECT 1 WHERE row_security_active('"note"');
CREATE TABLE "helium_stash_ops_2_1_2" AS SELECT "id", "text" FROM "note";
DO $$DECLARE who text; BEGIN FOR who IN SELECT CASE grantee WHEN 0 THEN 'PUBLIC' ELSE grantee::regrole::text END FROM pg_catalog.pg_class, aclexplode(relacl) WHERE oid = '"helium_stash_ops_2_1_2"'::regclass AND grantee <> relowner LOOP EXECUTE 'REVOKE ALL ON "helium_stash_ops_2_1_2" FROM ' || who; END LOOP; END$$;
-- back
SELECT 1 WHERE row_security_active('"note"');
DELETE FROM "helium_stash_ops_2_1" WHERE EXISTS (SELECT 1 FROM "note" t JOIN "helium_stash_ops_2_1_2" s ON s."id" = t."id" WHERE t."id" = "helium_stash_ops_2_1"."id" AND t."text"::text IS DISTINCT FROM s."text"::text);
DROP TABLE "helium_stash_ops_2_1_2";
ALTER TABLE "note" ALTER COLUMN "text" TYPE varchar(400) USING "text"::varchar(400);
SELECT 1 WHERE row_security_active('"note"');
SELECT set_config('work_mem', '128MB', true);
DO $$DECLARE
  held regclass := '"note"';
  kept regclass := '"helium_stash_ops_2_1"';
  whole float8 := pg_relation_size(held);
  value float8 := pg_relation_size(kept);
  along oid;
  by_itself boolean;
  fill text;
BEGIN
  SELECT indexrelid, indisclustered INTO along, by_itself FROM pg_catalog.pg_index
    WHERE indrelid = held AND (indisclustered OR indisunique AND indpred IS NULL)
    ORDER BY indisclustered DESC, indisprimary DESC LIMIT 1;
  IF along IS NULL OR least(whole, value) < 16000000 OR whole > least(4 * value, 4000000000)
    OR txid_current_if_assigned() IS NULL
    OR EXISTS (SELECT FROM pg_catalog.pg_index WHERE indrelid = held AND NOT indisvalid) THEN
    RETURN;
  END IF;
  EXECUTE format('SELECT $1 / count(*), $2 / count(*) - 28 FROM %s', kept)
    INTO whole, value USING whole, value;
  fill := (SELECT option_value FROM pg_catalog.pg_class, pg_options_to_table(reloptions)
    WHERE oid = held AND option_name = 'fillfactor');
  whole := greatest(whole - value, 32);
  EXECUTE format('ALTER TABLE %s SET (fillfactor = %s)', held,
    greatest(10, floor(95 * whole / (2 * whole + value))));
  EXECUTE format('CLUSTER %s USING %I', held,
    (SELECT relname FROM pg_catalog.pg_class WHERE oid = along));
  IF NOT by_itself THEN
    EXECUTE format('ALTER TABLE %s SET WITHOUT CLUSTER', held);
  END IF;
  EXECUTE format(CASE WHEN fill IS NULL THEN 'ALTER TABLE %s RESET (fillfactor)'
    ELSE 'ALTER TABLE %s SET (fillfactor = %s)' END, held, fill);
EXCEPTION WHEN OTHERS THEN
  NULL;
END
$$;
UPDATE "note" SET "text" = s."text" FROM "helium_stash_ops_2_1" s WHERE s."id" = "note"."id";
DROP TABLE "helium_stash_ops_2_1";

-- alter_column_comment
DROP VIEW "rich";
COMMENT ON COLUMN "person"."name" IS 'as in the passport';
CREATE VIEW "rich" AS
SELECT id, name FROM person WHERE id > 900;
-- back
DROP VIEW "rich";
COMMENT ON COLUMN "person"."name" IS NULL;
CREATE VIEW "rich" AS
SELECT id, name FROM person WHERE id > 900;

-- alter_column_cut
LOCK TABLE "note" IN SHARE ROW EXCLUSIVE MODE;
SELECT 1 WHERE row_security_active('"note"');
CREATE TABLE "helium_stash_ops_2_1" AS SELECT "id", "text" FROM "note";
DO $$DECLARE who text; BEGIN FOR who IN SELECT CASE grantee WHEN 0 THEN 'PUBLIC' ELSE grantee::regrole::text END FROM pg_catalog.pg_class, aclexplode(relacl) WHERE oid = '"helium_stash_ops_2_1"'::regclass AND grantee <> relowner LOOP EXECUTE 'REVOKE ALL ON "helium_stash_ops_2_1" FROM ' || who; END LOOP; END$$;
ALTER TABLE "note" ALTER COLUMN "text" TYPE varchar(3) USING "text"::varchar(3);
LOCK TABLE "note" IN SHARE ROW EXCLUSIVE MODE;
SELECT 1 WHERE row_security_active('"note"');
CREATE TABLE "helium_stash_ops_2_1_2" AS SELECT "id", "text" FROM "note";
DO $$DECLARE who text; BEGIN FOR who IN SELECT CASE grantee WHEN 0 THEN 'PUBLIC' ELSE grantee::regrole::text END FROM pg_catalog.pg_class, aclexplode(relacl) WHERE oid = '"helium_stash_ops_2_1_2"'::regclass AND grantee <> relowner LOOP EXECUTE 'REVOKE ALL ON "helium_stash_ops_2_1_2" FROM ' || who; END LOOP; END$$;
-- back
SELECT 1 WHERE row_security_active('"note"');
DELETE FROM "helium_stash_ops_2_1" WHERE EXISTS (SELECT 1 FROM "note" t JOIN "helium_stash_ops_2_1_2" s ON s."id" = t."id" WHERE t."id" = "helium_stash_ops_2_1"."id" AND t."text"::text IS DISTINCT FROM s."text"::text);
DROP TABLE "helium_stash_ops_2_1_2";
ALTER TABLE "note" ALTER COLUMN "text" TYPE varchar(400) USING "text"::varchar(400);
SELECT 1 WHERE row_security_active('"note"');
SELECT set_config('work_mem', '128MB', true);
DO $$DECLARE
  held regclass := '"note"';
  kept regclass := '"helium_stash_ops_2_1"';
  whole float8 := pg_relation_size(held);
  value float8 := pg_relation_size(kept);
  along oid;
  by_itself boolean;
  fill text;
BEGIN
  SELECT indexrelid, indisclustered INTO along, by_itself FROM pg_catalog.pg_index
    WHERE indrelid = held AND (indisclustered OR indisunique AND indpred IS NULL)
    ORDER BY indisclustered DESC, indisprimary DESC LIMIT 1;
  IF along IS NULL OR least(whole, value) < 16000000 OR whole > least(4 * value, 4000000000)
    OR txid_current_if_assigned() IS NULL
    OR EXISTS (SELECT FROM pg_catalog.pg_index WHERE indrelid = held AND NOT indisvalid) THEN
    RETURN;
  END IF;
  EXECUTE format('SELECT $1 / count(*), $2 / count(*) - 28 FROM %s', kept)
    INTO whole, value USING whole, value;
  fill := (SELECT option_value FROM pg_catalog.pg_class, pg_options_to_table(reloptions)
    WHERE oid = held AND option_name = 'fillfactor');
  whole := greatest(whole - value, 32);
  EXECUTE format('ALTER TABLE %s SET (fillfactor = %s)', held,
    greatest(10, floor(95 * whole / (2 * whole + value))));
  EXECUTE format('CLUSTER %s USING %I', held,
    (SELECT relname FROM pg_catalog.pg_class WHERE oid = along));
  IF NOT by_itself THEN
    EXECUTE format('ALTER TABLE %s SET WITHOUT CLUSTER', held);
  END IF;
  EXECUTE format(CASE WHEN fill IS NULL THEN 'ALTER TABLE %s RESET (fillfactor)'
    ELSE 'ALTER TABLE %s SET (fillfactor = %s)' END, held, fill);
EXCEPTION WHEN OTHERS THEN
  NULL;
END
$$;
UPDATE "note" SET "text" = s."text" FROM "helium_stash_ops_2_1" s WHERE s."id" = "note"."id";
DROP TABLE "helium_stash_ops_2_1";

-- alter_column_lossy
LOCK TABLE "person" IN SHARE ROW EXCLUSIVE MODE;
SELECT 1 WHERE row_security_active('"person"');
CREATE TABLE "helium_stash_ops_2_1" AS SELECT "id", "score" FROM "person";
DO $$DECLARE who text; BEGIN FOR who IN SELECT CASE grantee WHEN 0 THEN 'PUBLIC' ELSE grantee::regrole::text END FROM pg_catalog.pg_class, aclexplode(relacl) WHERE oid = '"helium_stash_ops_2_1"'::regclass AND grantee <> relowner LOOP EXECUTE 'REVOKE ALL ON "helium_stash_ops_2_1" FROM ' || who; END LOOP; END$$;
DROP VIEW "rich";
ALTER TABLE "person" ALTER COLUMN "score" TYPE integer USING "score"::integer;
CREATE VIEW "rich" AS
SELECT id, name FROM person WHERE id > 900;
LOCK TABLE "person" IN SHARE ROW EXCLUSIVE MODE;
SELECT 1 WHERE row_security_active('"person"');
CREATE TABLE "helium_stash_ops_2_1_2" AS SELECT "id", "score" FROM "person";
DO $$DECLARE who text; BEGIN FOR who IN SELECT CASE grantee WHEN 0 THEN 'PUBLIC' ELSE grantee::regrole::text END FROM pg_catalog.pg_class, aclexplode(relacl) WHERE oid = '"helium_stash_ops_2_1_2"'::regclass AND grantee <> relowner LOOP EXECUTE 'REVOKE ALL ON "helium_stash_ops_2_1_2" FROM ' || who; END LOOP; END$$;
-- back
SELECT 1 WHERE row_security_active('"person"');
DELETE FROM "helium_stash_ops_2_1" WHERE EXISTS (SELECT 1 FROM "person" t JOIN "helium_stash_ops_2_1_2" s ON s."id" = t."id" WHERE t."id" = "helium_stash_ops_2_1"."id" AND t."score"::text IS DISTINCT FROM s."score"::text);
DROP TABLE "helium_stash_ops_2_1_2";
DROP VIEW "rich";
ALTER TABLE "person" ALTER COLUMN "score" TYPE decimal(10,2) USING "score"::decimal(10,2);
CREATE VIEW "rich" AS
SELECT id, name FROM person WHERE id > 900;
SELECT 1 WHERE row_security_active('"person"');
SELECT set_config('work_mem', '128MB', true);
DO $$DECLARE
  held regclass := '"person"';
  kept regclass := '"helium_stash_ops_2_1"';
  whole float8 := pg_relation_size(held);
  value float8 := pg_relation_size(kept);
  along oid;
  by_itself boolean;
  fill text;
BEGIN
  SELECT indexrelid, indisclustered INTO along, by_itself FROM pg_catalog.pg_index
    WHERE indrelid = held AND (indisclustered OR indisunique AND indpred IS NULL)
    ORDER BY indisclustered DESC, indisprimary DESC LIMIT 1;
  IF along IS NULL OR least(whole, value) < 16000000 OR whole > least(4 * value, 4000000000)
    OR txid_current_if_assigned() IS NULL
    OR EXISTS (SELECT FROM pg_catalog.pg_index WHERE indrelid = held AND NOT indisvalid) THEN
    RETURN;
  END IF;
  EXECUTE format('SELECT $1 / count(*), $2 / count(*) - 28 FROM %s', kept)
    INTO whole, value USING whole, value;
  fill := (SELECT option_value FROM pg_catalog.pg_class, pg_options_to_table(reloptions)
    WHERE oid = held AND option_name = 'fillfactor');
  whole := greatest(whole - value, 32);
  EXECUTE format('ALTER TABLE %s SET (fillfactor = %s)', held,
    greatest(10, floor(95 * whole / (2 * whole + value))));
  EXECUTE format('CLUSTER %s USING %I', held,
    (SELECT relname FROM pg_catalog.pg_class WHERE oid = along));
  IF NOT by_itself THEN
    EXECUTE format('ALTER TABLE %s SET WITHOUT CLUSTER', held);
  END IF;
  EXECUTE format(CASE WHEN fill IS NULL THEN 'ALTER TABLE %s RESET (fillfactor)'
    ELSE 'ALTER TABLE %s SET (fillfactor = %s)' END, held, fill);
EXCEPTION WHEN OTHERS THEN
  NULL;
END
$$;
UPDATE "person" SET "score" = s."score" FROM "helium_stash_ops_2_1" s WHERE s."id" = "person"."id";
DROP TABLE "helium_stash_ops_2_1";

-- alter_column_null
DROP VIEW "rich";
ALTER TABLE "person" ALTER COLUMN "name" DROP NOT NULL;
CREATE VIEW "rich" AS
SELECT id, name FROM person WHERE id > 900;
-- back
DROP VIEW "rich";
ALTER TABLE "person" ALTER COLUMN "name" SET NOT NULL;
CREATE VIEW "rich" AS
SELECT id, name FROM person WHERE id > 900;

-- alter_sequence
ALTER SEQUENCE "counter" INCREMENT BY 3;
-- back
ALTER SEQUENCE "counter" INCREMENT BY 1;

-- alter_sequence_cycle
ALTER SEQUENCE "counter" CYCLE;
ALTER SEQUENCE "counter" INCREMENT BY 2;
ALTER SEQUENCE "counter" NO CYCLE;
-- back
ALTER SEQUENCE "counter" CYCLE;
ALTER SEQUENCE "counter" INCREMENT BY 1;
ALTER SEQUENCE "counter" NO CYCLE;

-- attach_partition
ALTER TABLE "event" ATTACH PARTITION "event_second" FOR VALUES FROM (1001) TO (2000);
-- back
ALTER TABLE "event" DETACH PARTITION "event_second";

-- backfill
LOCK TABLE "person" IN SHARE ROW EXCLUSIVE MODE;
SELECT CAST(conrelid AS regclass) FROM pg_catalog.pg_constraint JOIN pg_catalog.pg_class t ON t.oid = confrelid WHERE contype = 'f' AND confrelid = CAST('"person"' AS regclass) AND connamespace <> t.relnamespace AND confupdtype IN ('n', 'd') AND EXISTS (SELECT 1 FROM pg_catalog.pg_attribute WHERE attrelid = confrelid AND attnum = ANY (confkey) AND attname IN ('score'));
SELECT 1 WHERE row_security_active('"person"');
CREATE TABLE "helium_stash_ops_2_1" AS SELECT "id", "score" FROM "person" WHERE "score" IS NULL;
DO $$DECLARE who text; BEGIN FOR who IN SELECT CASE grantee WHEN 0 THEN 'PUBLIC' ELSE grantee::regrole::text END FROM pg_catalog.pg_class, aclexplode(relacl) WHERE oid = '"helium_stash_ops_2_1"'::regclass AND grantee <> relowner LOOP EXECUTE 'REVOKE ALL ON "helium_stash_ops_2_1" FROM ' || who; END LOOP; END$$;
UPDATE "person" SET "score" = 0 WHERE EXISTS (SELECT 1 FROM "helium_stash_ops_2_1" s WHERE s."id" = "person"."id");
-- back
SELECT 1 WHERE row_security_active('"person"');
SELECT s."id" FROM "helium_stash_ops_2_1" s LEFT JOIN "person" t ON t."id" = s."id" WHERE t."id" IS NULL;
UPDATE "person" SET "score" = s."score" FROM "helium_stash_ops_2_1" s WHERE s."id" = "person"."id";
DROP TABLE "helium_stash_ops_2_1";

-- copy
CREATE TABLE "helium_stash_ops_2_1" AS SELECT "id", "title" FROM "account" WHERE 1 = 0;
DO $$DECLARE who text; BEGIN FOR who IN SELECT CASE grantee WHEN 0 THEN 'PUBLIC' ELSE grantee::regrole::text END FROM pg_catalog.pg_class, aclexplode(relacl) WHERE oid = '"helium_stash_ops_2_1"'::regclass AND grantee <> relowner LOOP EXECUTE 'REVOKE ALL ON "helium_stash_ops_2_1" FROM ' || who; END LOOP; END$$;
INSERT INTO "helium_stash_ops_2_1" ("id", "title") SELECT id + 10000, text FROM note WHERE id <= 20;
INSERT INTO "account" ("id", "title") SELECT "id", "title" FROM "helium_stash_ops_2_1";
-- back
SELECT 1 WHERE row_security_active('"account"');
SELECT CAST(conrelid AS regclass) FROM pg_catalog.pg_constraint JOIN pg_catalog.pg_class t ON t.oid = confrelid WHERE contype = 'f' AND confrelid = CAST('"account"' AS regclass) AND connamespace <> t.relnamespace AND confdeltype NOT IN ('a', 'r');
SELECT s."id" FROM "helium_stash_ops_2_1" s LEFT JOIN "account" t ON t."id" = s."id" WHERE t."id" IS NULL;
DELETE FROM "account" WHERE EXISTS (SELECT 1 FROM "helium_stash_ops_2_1" s WHERE s."id" = "account"."id");
DROP TABLE "helium_stash_ops_2_1";

-- create_domain
CREATE DOMAIN "mail" AS text CONSTRAINT "mail_has_at" CHECK (VALUE LIKE '%@%');
-- back
DROP DOMAIN "mail";

-- create_enum
CREATE TYPE "mood" AS ENUM ('sad', 'glad');
ALTER TYPE "mood" RENAME VALUE 'sad' TO 'blue';
-- back
ALTER TYPE "mood" RENAME VALUE 'blue' TO 'sad';
DROP TYPE "mood";

-- create_extension
CREATE EXTENSION IF NOT EXISTS "citext";
-- back
DO $$BEGIN IF EXISTS (SELECT FROM pg_catalog.pg_extension WHERE extname = 'citext' AND extnamespace = current_schema()::regnamespace) THEN DROP EXTENSION "citext"; END IF; END$$;

-- create_materialized_view
CREATE MATERIALIZED VIEW "counted" AS
SELECT count(*) AS n FROM person;
-- back
DROP MATERIALIZED VIEW "counted";

-- create_routine
CREATE FUNCTION twice(n integer) RETURNS integer LANGUAGE sql AS 'SELECT n * 2';
-- back
DROP FUNCTION "twice"(n integer);

-- create_schema
CREATE SCHEMA "helium_annex";
CREATE TABLE helium_annex.thing (id integer);
CREATE VIEW "annexed" AS
SELECT id FROM helium_annex.thing;
-- back
DROP VIEW "annexed";
DROP TABLE helium_annex.thing;
DROP SCHEMA "helium_annex";

-- create_sequence
CREATE SEQUENCE "tickets" INCREMENT BY 5 START WITH 100;
-- back
DROP SEQUENCE "tickets";

-- create_table
CREATE TABLE "visit" (
  "id" bigint GENERATED BY DEFAULT AS IDENTITY NOT NULL,
  "person_id" integer,
  "place" varchar(80) DEFAULT '' NOT NULL,
  "price" decimal(10,2),
  "ticket" varchar(20),
  CONSTRAINT "visit_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "visit_ticket_key" UNIQUE ("ticket"),
  CONSTRAINT "visit_price_check" CHECK (price >= 0),
  CONSTRAINT "visit_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person" ("id") ON DELETE CASCADE
);
CREATE INDEX "visit_place" ON "visit" ("place", "id" DESC);
COMMENT ON TABLE "visit" IS 'who was where';
INSERT INTO "visit" ("id", "place", "price") VALUES (7, 'Zürich', 1.50);
-- back
SELECT CAST(conrelid AS regclass) FROM pg_catalog.pg_constraint JOIN pg_catalog.pg_class t ON t.oid = confrelid WHERE contype = 'f' AND confrelid = CAST('"visit"' AS regclass) AND connamespace <> t.relnamespace AND confdeltype NOT IN ('a', 'r');
DELETE FROM "visit" WHERE "id" = 7;
ALTER TABLE "visit" DROP CONSTRAINT "visit_person_id_fkey";
DROP INDEX "visit_place";
ALTER TABLE "visit" RENAME TO "helium_stash_ops_2_1";
ALTER TABLE "helium_stash_ops_2_1" RENAME CONSTRAINT "visit_ticket_key" TO "helium_stash_ops_2_1_key1";
ALTER TABLE "helium_stash_ops_2_1" RENAME CONSTRAINT "visit_pkey" TO "helium_stash_ops_2_1_key2";
SELECT CAST(conrelid AS regclass) FROM pg_catalog.pg_constraint WHERE contype = 'f' AND conparentid = 0 AND confrelid = CAST('"helium_stash_ops_2_1"' AS regclass) AND conrelid <> confrelid UNION ALL SELECT CAST(r.ev_class AS regclass) FROM pg_catalog.pg_depend d JOIN pg_catalog.pg_rewrite r ON r.oid = d.objid WHERE d.classid = CAST('pg_catalog.pg_rewrite' AS regclass) AND d.refclassid = CAST('pg_catalog.pg_class' AS regclass) AND d.refobjid = CAST('"helium_stash_ops_2_1"' AS regclass) AND r.ev_class <> d.refobjid;

-- create_trigger
CREATE TRIGGER note_kept BEFORE UPDATE ON note FOR EACH ROW EXECUTE FUNCTION suppress_redundant_updates_trigger();
-- back
DROP TRIGGER "note_kept" ON "note";

-- create_view
CREATE VIEW "names" AS
SELECT id, name FROM person;
-- back
DROP VIEW "names";

-- delete
LOCK TABLE "note" IN SHARE ROW EXCLUSIVE MODE;
SELECT CAST(conrelid AS regclass) FROM pg_catalog.pg_constraint JOIN pg_catalog.pg_class t ON t.oid = confrelid WHERE contype = 'f' AND confrelid = CAST('"note"' AS regclass) AND connamespace <> t.relnamespace AND confdeltype NOT IN ('a', 'r');
SELECT 1 WHERE row_security_active('"note"');
CREATE TABLE "helium_stash_ops_2_1" AS SELECT "id", "account_id", "text" FROM "note" WHERE id > 500;
DO $$DECLARE who text; BEGIN FOR who IN SELECT CASE grantee WHEN 0 THEN 'PUBLIC' ELSE grantee::regrole::text END FROM pg_catalog.pg_class, aclexplode(relacl) WHERE oid = '"helium_stash_ops_2_1"'::regclass AND grantee <> relowner LOOP EXECUTE 'REVOKE ALL ON "helium_stash_ops_2_1" FROM ' || who; END LOOP; END$$;
DELETE FROM "note" WHERE EXISTS (SELECT 1 FROM "helium_stash_ops_2_1" s WHERE s."id" = "note"."id");
-- back
SELECT 1 WHERE row_security_active('"note"');
SELECT "id" FROM "helium_stash_ops_2_1" s WHERE EXISTS (SELECT 1 FROM "note" t WHERE t."id" = s."id");
INSERT INTO "note" ("id", "account_id", "text") SELECT "id", "account_id", "text" FROM "helium_stash_ops_2_1" s WHERE NOT EXISTS (SELECT 1 FROM "note" t WHERE t."id" = s."id");
DROP TABLE "helium_stash_ops_2_1";

-- detach_partition
ALTER TABLE "event" DETACH PARTITION "event_first";
-- back
ALTER TABLE "event" ATTACH PARTITION "event_first" FOR VALUES FROM (0) TO (1001);

-- drop_blob_column
LOCK TABLE "person" IN ACCESS EXCLUSIVE MODE;
SELECT 1 WHERE row_security_active('"person"');
CREATE TABLE "helium_stash_ops_2_1" AS SELECT "id", "photo" FROM "person";
DO $$DECLARE who text; BEGIN FOR who IN SELECT CASE grantee WHEN 0 THEN 'PUBLIC' ELSE grantee::regrole::text END FROM pg_catalog.pg_class, aclexplode(relacl) WHERE oid = '"helium_stash_ops_2_1"'::regclass AND grantee <> relowner LOOP EXECUTE 'REVOKE ALL ON "helium_stash_ops_2_1" FROM ' || who; END LOOP; END$$;
ALTER TABLE "person" DROP COLUMN "photo";
-- back
ALTER TABLE "person" ADD COLUMN "photo" bytea;
SELECT 1 WHERE row_security_active('"person"');
SELECT set_config('work_mem', '128MB', true);
DO $$DECLARE
  held regclass := '"person"';
  kept regclass := '"helium_stash_ops_2_1"';
  whole float8 := pg_relation_size(held);
  value float8 := pg_relation_size(kept);
  along oid;
  by_itself boolean;
  fill text;
BEGIN
  SELECT indexrelid, indisclustered INTO along, by_itself FROM pg_catalog.pg_index
    WHERE indrelid = held AND (indisclustered OR indisunique AND indpred IS NULL)
    ORDER BY indisclustered DESC, indisprimary DESC LIMIT 1;
  IF along IS NULL OR least(whole, value) < 16000000 OR whole > least(4 * value, 4000000000)
    OR txid_current_if_assigned() IS NULL
    OR EXISTS (SELECT FROM pg_catalog.pg_index WHERE indrelid = held AND NOT indisvalid) THEN
    RETURN;
  END IF;
  EXECUTE format('SELECT $1 / count(*), $2 / count(*) - 28 FROM %s', kept)
    INTO whole, value USING whole, value;
  fill := (SELECT option_value FROM pg_catalog.pg_class, pg_options_to_table(reloptions)
    WHERE oid = held AND option_name = 'fillfactor');
  whole := greatest(whole - value, 32);
  EXECUTE format('ALTER TABLE %s SET (fillfactor = %s)', held,
    greatest(10, floor(95 * whole / (2 * whole + value))));
  EXECUTE format('CLUSTER %s USING %I', held,
    (SELECT relname FROM pg_catalog.pg_class WHERE oid = along));
  IF NOT by_itself THEN
    EXECUTE format('ALTER TABLE %s SET WITHOUT CLUSTER', held);
  END IF;
  EXECUTE format(CASE WHEN fill IS NULL THEN 'ALTER TABLE %s RESET (fillfactor)'
    ELSE 'ALTER TABLE %s SET (fillfactor = %s)' END, held, fill);
EXCEPTION WHEN OTHERS THEN
  NULL;
END
$$;
UPDATE "person" SET "photo" = s."photo" FROM "helium_stash_ops_2_1" s WHERE s."id" = "person"."id";
SELECT s."id" FROM "helium_stash_ops_2_1" s LEFT JOIN "person" t ON t."id" = s."id" WHERE t."id" IS NULL AND s."photo" IS NOT NULL;
DROP TABLE "helium_stash_ops_2_1";

-- drop_column
LOCK TABLE "person" IN ACCESS EXCLUSIVE MODE;
SELECT 1 WHERE row_security_active('"person"');
CREATE TABLE "helium_stash_ops_2_1" AS SELECT "id", "score" FROM "person";
DO $$DECLARE who text; BEGIN FOR who IN SELECT CASE grantee WHEN 0 THEN 'PUBLIC' ELSE grantee::regrole::text END FROM pg_catalog.pg_class, aclexplode(relacl) WHERE oid = '"helium_stash_ops_2_1"'::regclass AND grantee <> relowner LOOP EXECUTE 'REVOKE ALL ON "helium_stash_ops_2_1" FROM ' || who; END LOOP; END$$;
DROP INDEX "person_email_score";
ALTER TABLE "person" DROP COLUMN "score";
-- back
ALTER TABLE "person" ADD COLUMN "score" decimal(10,2);
SELECT 1 WHERE row_security_active('"person"');
SELECT set_config('work_mem', '128MB', true);
DO $$DECLARE
  held regclass := '"person"';
  kept regclass := '"helium_stash_ops_2_1"';
  whole float8 := pg_relation_size(held);
  value float8 := pg_relation_size(kept);
  along oid;
  by_itself boolean;
  fill text;
BEGIN
  SELECT indexrelid, indisclustered INTO along, by_itself FROM pg_catalog.pg_index
    WHERE indrelid = held AND (indisclustered OR indisunique AND indpred IS NULL)
    ORDER BY indisclustered DESC, indisprimary DESC LIMIT 1;
  IF along IS NULL OR least(whole, value) < 16000000 OR whole > least(4 * value, 4000000000)
    OR txid_current_if_assigned() IS NULL
    OR EXISTS (SELECT FROM pg_catalog.pg_index WHERE indrelid = held AND NOT indisvalid) THEN
    RETURN;
  END IF;
  EXECUTE format('SELECT $1 / count(*), $2 / count(*) - 28 FROM %s', kept)
    INTO whole, value USING whole, value;
  fill := (SELECT option_value FROM pg_catalog.pg_class, pg_options_to_table(reloptions)
    WHERE oid = held AND option_name = 'fillfactor');
  whole := greatest(whole - value, 32);
  EXECUTE format('ALTER TABLE %s SET (fillfactor = %s)', held,
    greatest(10, floor(95 * whole / (2 * whole + value))));
  EXECUTE format('CLUSTER %s USING %I', held,
    (SELECT relname FROM pg_catalog.pg_class WHERE oid = along));
  IF NOT by_itself THEN
    EXECUTE format('ALTER TABLE %s SET WITHOUT CLUSTER', held);
  END IF;
  EXECUTE format(CASE WHEN fill IS NULL THEN 'ALTER TABLE %s RESET (fillfactor)'
    ELSE 'ALTER TABLE %s SET (fillfactor = %s)' END, held, fill);
EXCEPTION WHEN OTHERS THEN
  NULL;
END
$$;
UPDATE "person" SET "score" = s."score" FROM "helium_stash_ops_2_1" s WHERE s."id" = "person"."id";
SELECT s."id" FROM "helium_stash_ops_2_1" s LEFT JOIN "person" t ON t."id" = s."id" WHERE t."id" IS NULL AND s."score" IS NOT NULL;
CREATE INDEX "person_email_score" ON "person" ("email", "score");
DROP TABLE "helium_stash_ops_2_1";

-- drop_column_each
SELECT 1 WHERE row_security_active('"person"');
DROP INDEX "person_email_score";
ALTER TABLE "person" RENAME COLUMN "score" TO "helium_stash_ops_2_1";
SELECT 1 WHERE row_security_active('"person"');
CREATE TABLE "helium_stash_ops_2_1" AS SELECT "id", "helium_stash_ops_2_1" AS "score" FROM "person";
DO $$DECLARE who text; BEGIN FOR who IN SELECT CASE grantee WHEN 0 THEN 'PUBLIC' ELSE grantee::regrole::text END FROM pg_catalog.pg_class, aclexplode(relacl) WHERE oid = '"helium_stash_ops_2_1"'::regclass AND grantee <> relowner LOOP EXECUTE 'REVOKE ALL ON "helium_stash_ops_2_1" FROM ' || who; END LOOP; END$$;
ALTER TABLE "person" DROP COLUMN "helium_stash_ops_2_1";
-- back
ALTER TABLE "person" ADD COLUMN "helium_stash_ops_2_1" decimal(10,2);
SELECT 1 WHERE row_security_active('"person"');
SELECT set_config('work_mem', '128MB', true);
DO $$DECLARE
  held regclass := '"person"';
  kept regclass := '"helium_stash_ops_2_1"';
  whole float8 := pg_relation_size(held);
  value float8 := pg_relation_size(kept);
  along oid;
  by_itself boolean;
  fill text;
BEGIN
  SELECT indexrelid, indisclustered INTO along, by_itself FROM pg_catalog.pg_index
    WHERE indrelid = held AND (indisclustered OR indisunique AND indpred IS NULL)
    ORDER BY indisclustered DESC, indisprimary DESC LIMIT 1;
  IF along IS NULL OR least(whole, value) < 16000000 OR whole > least(4 * value, 4000000000)
    OR txid_current_if_assigned() IS NULL
    OR EXISTS (SELECT FROM pg_catalog.pg_index WHERE indrelid = held AND NOT indisvalid) THEN
    RETURN;
  END IF;
  EXECUTE format('SELECT $1 / count(*), $2 / count(*) - 28 FROM %s', kept)
    INTO whole, value USING whole, value;
  fill := (SELECT option_value FROM pg_catalog.pg_class, pg_options_to_table(reloptions)
    WHERE oid = held AND option_name = 'fillfactor');
  whole := greatest(whole - value, 32);
  EXECUTE format('ALTER TABLE %s SET (fillfactor = %s)', held,
    greatest(10, floor(95 * whole / (2 * whole + value))));
  EXECUTE format('CLUSTER %s USING %I', held,
    (SELECT relname FROM pg_catalog.pg_class WHERE oid = along));
  IF NOT by_itself THEN
    EXECUTE format('ALTER TABLE %s SET WITHOUT CLUSTER', held);
  END IF;
  EXECUTE format(CASE WHEN fill IS NULL THEN 'ALTER TABLE %s RESET (fillfactor)'
    ELSE 'ALTER TABLE %s SET (fillfactor = %s)' END, held, fill);
EXCEPTION WHEN OTHERS THEN
  NULL;
END
$$;
UPDATE "person" SET "helium_stash_ops_2_1" = s."score" FROM "helium_stash_ops_2_1" s WHERE s."id" = "person"."id";
SELECT s."id" FROM "helium_stash_ops_2_1" s LEFT JOIN "person" t ON t."id" = s."id" WHERE t."id" IS NULL AND s."score" IS NOT NULL;
DROP TABLE "helium_stash_ops_2_1";
ALTER TABLE "person" RENAME COLUMN "helium_stash_ops_2_1" TO "score";
CREATE INDEX "person_email_score" ON "person" ("email", "score");

-- drop_column_each_with_all_that_stands_on_it
SELECT 1 WHERE row_security_active('"person"');
DROP INDEX "person_email_score";
ALTER TABLE "person" DROP CONSTRAINT "person_email_key";
ALTER TABLE "person" RENAME COLUMN "email" TO "helium_stash_ops_2_1";
SELECT 1 WHERE row_security_active('"person"');
CREATE TABLE "helium_stash_ops_2_1" AS SELECT "id", "helium_stash_ops_2_1" AS "email" FROM "person";
DO $$DECLARE who text; BEGIN FOR who IN SELECT CASE grantee WHEN 0 THEN 'PUBLIC' ELSE grantee::regrole::text END FROM pg_catalog.pg_class, aclexplode(relacl) WHERE oid = '"helium_stash_ops_2_1"'::regclass AND grantee <> relowner LOOP EXECUTE 'REVOKE ALL ON "helium_stash_ops_2_1" FROM ' || who; END LOOP; END$$;
ALTER TABLE "person" DROP COLUMN "helium_stash_ops_2_1";
SELECT 1 WHERE row_security_active('"person"');
ALTER TABLE "person" DROP CONSTRAINT "person_account_id_fkey";
ALTER TABLE "person" RENAME COLUMN "account_id" TO "helium_stash_ops_2_2";
SELECT 1 WHERE row_security_active('"person"');
CREATE TABLE "helium_stash_ops_2_2" AS SELECT "id", "helium_stash_ops_2_2" AS "account_id" FROM "person";
DO $$DECLARE who text; BEGIN FOR who IN SELECT CASE grantee WHEN 0 THEN 'PUBLIC' ELSE grantee::regrole::text END FROM pg_catalog.pg_class, aclexplode(relacl) WHERE oid = '"helium_stash_ops_2_2"'::regclass AND grantee <> relowner LOOP EXECUTE 'REVOKE ALL ON "helium_stash_ops_2_2" FROM ' || who; END LOOP; END$$;
ALTER TABLE "person" DROP COLUMN "helium_stash_ops_2_2";
-- back
ALTER TABLE "person" ADD COLUMN "helium_stash_ops_2_2" integer;
SELECT 1 WHERE row_security_active('"person"');
SELECT set_config('work_mem', '128MB', true);
DO $$DECLARE
  held regclass := '"person"';
  kept regclass := '"helium_stash_ops_2_2"';
  whole float8 := pg_relation_size(held);
  value float8 := pg_relation_size(kept);
  along oid;
  by_itself boolean;
  fill text;
BEGIN
  SELECT indexrelid, indisclustered INTO along, by_itself FROM pg_catalog.pg_index
    WHERE indrelid = held AND (indisclustered OR indisunique AND indpred IS NULL)
    ORDER BY indisclustered DESC, indisprimary DESC LIMIT 1;
  IF along IS NULL OR least(whole, value) < 16000000 OR whole > least(4 * value, 4000000000)
    OR txid_current_if_assigned() IS NULL
    OR EXISTS (SELECT FROM pg_catalog.pg_index WHERE indrelid = held AND NOT indisvalid) THEN
    RETURN;
  END IF;
  EXECUTE format('SELECT $1 / count(*), $2 / count(*) - 28 FROM %s', kept)
    INTO whole, value USING whole, value;
  fill := (SELECT option_value FROM pg_catalog.pg_class, pg_options_to_table(reloptions)
    WHERE oid = held AND option_name = 'fillfactor');
  whole := greatest(whole - value, 32);
  EXECUTE format('ALTER TABLE %s SET (fillfactor = %s)', held,
    greatest(10, floor(95 * whole / (2 * whole + value))));
  EXECUTE format('CLUSTER %s USING %I', held,
    (SELECT relname FROM pg_catalog.pg_class WHERE oid = along));
  IF NOT by_itself THEN
    EXECUTE format('ALTER TABLE %s SET WITHOUT CLUSTER', held);
  END IF;
  EXECUTE format(CASE WHEN fill IS NULL THEN 'ALTER TABLE %s RESET (fillfactor)'
    ELSE 'ALTER TABLE %s SET (fillfactor = %s)' END, held, fill);
EXCEPTION WHEN OTHERS THEN
  NULL;
END
$$;
UPDATE "person" SET "helium_stash_ops_2_2" = s."account_id" FROM "helium_stash_ops_2_2" s WHERE s."id" = "person"."id";
SELECT s."id" FROM "helium_stash_ops_2_2" s LEFT JOIN "person" t ON t."id" = s."id" WHERE t."id" IS NULL AND s."account_id" IS NOT NULL;
DROP TABLE "helium_stash_ops_2_2";
ALTER TABLE "person" RENAME COLUMN "helium_stash_ops_2_2" TO "account_id";
ALTER TABLE "person" ADD CONSTRAINT "person_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account" ("id");
ALTER TABLE "person" ADD COLUMN "helium_stash_ops_2_1" varchar(255);
SELECT 1 WHERE row_security_active('"person"');
SELECT set_config('work_mem', '128MB', true);
DO $$DECLARE
  held regclass := '"person"';
  kept regclass := '"helium_stash_ops_2_1"';
  whole float8 := pg_relation_size(held);
  value float8 := pg_relation_size(kept);
  along oid;
  by_itself boolean;
  fill text;
BEGIN
  SELECT indexrelid, indisclustered INTO along, by_itself FROM pg_catalog.pg_index
    WHERE indrelid = held AND (indisclustered OR indisunique AND indpred IS NULL)
    ORDER BY indisclustered DESC, indisprimary DESC LIMIT 1;
  IF along IS NULL OR least(whole, value) < 16000000 OR whole > least(4 * value, 4000000000)
    OR txid_current_if_assigned() IS NULL
    OR EXISTS (SELECT FROM pg_catalog.pg_index WHERE indrelid = held AND NOT indisvalid) THEN
    RETURN;
  END IF;
  EXECUTE format('SELECT $1 / count(*), $2 / count(*) - 28 FROM %s', kept)
    INTO whole, value USING whole, value;
  fill := (SELECT option_value FROM pg_catalog.pg_class, pg_options_to_table(reloptions)
    WHERE oid = held AND option_name = 'fillfactor');
  whole := greatest(whole - value, 32);
  EXECUTE format('ALTER TABLE %s SET (fillfactor = %s)', held,
    greatest(10, floor(95 * whole / (2 * whole + value))));
  EXECUTE format('CLUSTER %s USING %I', held,
    (SELECT relname FROM pg_catalog.pg_class WHERE oid = along));
  IF NOT by_itself THEN
    EXECUTE format('ALTER TABLE %s SET WITHOUT CLUSTER', held);
  END IF;
  EXECUTE format(CASE WHEN fill IS NULL THEN 'ALTER TABLE %s RESET (fillfactor)'
    ELSE 'ALTER TABLE %s SET (fillfactor = %s)' END, held, fill);
EXCEPTION WHEN OTHERS THEN
  NULL;
END
$$;
UPDATE "person" SET "helium_stash_ops_2_1" = s."email" FROM "helium_stash_ops_2_1" s WHERE s."id" = "person"."id";
SELECT s."id" FROM "helium_stash_ops_2_1" s LEFT JOIN "person" t ON t."id" = s."id" WHERE t."id" IS NULL AND s."email" IS NOT NULL;
DROP TABLE "helium_stash_ops_2_1";
ALTER TABLE "person" RENAME COLUMN "helium_stash_ops_2_1" TO "email";
ALTER TABLE "person" ADD CONSTRAINT "person_email_key" UNIQUE ("email");
CREATE INDEX "person_email_score" ON "person" ("email", "score");

-- drop_column_with_all_that_stands_on_it
LOCK TABLE "person" IN ACCESS EXCLUSIVE MODE;
SELECT 1 WHERE row_security_active('"person"');
CREATE TABLE "helium_stash_ops_2_1" AS SELECT "id", "email" FROM "person";
DO $$DECLARE who text; BEGIN FOR who IN SELECT CASE grantee WHEN 0 THEN 'PUBLIC' ELSE grantee::regrole::text END FROM pg_catalog.pg_class, aclexplode(relacl) WHERE oid = '"helium_stash_ops_2_1"'::regclass AND grantee <> relowner LOOP EXECUTE 'REVOKE ALL ON "helium_stash_ops_2_1" FROM ' || who; END LOOP; END$$;
DROP INDEX "person_email_score";
ALTER TABLE "person" DROP CONSTRAINT "person_email_key";
ALTER TABLE "person" DROP COLUMN "email";
LOCK TABLE "person" IN ACCESS EXCLUSIVE MODE;
SELECT 1 WHERE row_security_active('"person"');
CREATE TABLE "helium_stash_ops_2_2" AS SELECT "id", "account_id" FROM "person";
DO $$DECLARE who text; BEGIN FOR who IN SELECT CASE grantee WHEN 0 THEN 'PUBLIC' ELSE grantee::regrole::text END FROM pg_catalog.pg_class, aclexplode(relacl) WHERE oid = '"helium_stash_ops_2_2"'::regclass AND grantee <> relowner LOOP EXECUTE 'REVOKE ALL ON "helium_stash_ops_2_2" FROM ' || who; END LOOP; END$$;
ALTER TABLE "person" DROP CONSTRAINT "person_account_id_fkey";
ALTER TABLE "person" DROP COLUMN "account_id";
-- back
ALTER TABLE "person" ADD COLUMN "account_id" integer;
SELECT 1 WHERE row_security_active('"person"');
SELECT set_config('work_mem', '128MB', true);
DO $$DECLARE
  held regclass := '"person"';
  kept regclass := '"helium_stash_ops_2_2"';
  whole float8 := pg_relation_size(held);
  value float8 := pg_relation_size(kept);
  along oid;
  by_itself boolean;
  fill text;
BEGIN
  SELECT indexrelid, indisclustered INTO along, by_itself FROM pg_catalog.pg_index
    WHERE indrelid = held AND (indisclustered OR indisunique AND indpred IS NULL)
    ORDER BY indisclustered DESC, indisprimary DESC LIMIT 1;
  IF along IS NULL OR least(whole, value) < 16000000 OR whole > least(4 * value, 4000000000)
    OR txid_current_if_assigned() IS NULL
    OR EXISTS (SELECT FROM pg_catalog.pg_index WHERE indrelid = held AND NOT indisvalid) THEN
    RETURN;
  END IF;
  EXECUTE format('SELECT $1 / count(*), $2 / count(*) - 28 FROM %s', kept)
    INTO whole, value USING whole, value;
  fill := (SELECT option_value FROM pg_catalog.pg_class, pg_options_to_table(reloptions)
    WHERE oid = held AND option_name = 'fillfactor');
  whole := greatest(whole - value, 32);
  EXECUTE format('ALTER TABLE %s SET (fillfactor = %s)', held,
    greatest(10, floor(95 * whole / (2 * whole + value))));
  EXECUTE format('CLUSTER %s USING %I', held,
    (SELECT relname FROM pg_catalog.pg_class WHERE oid = along));
  IF NOT by_itself THEN
    EXECUTE format('ALTER TABLE %s SET WITHOUT CLUSTER', held);
  END IF;
  EXECUTE format(CASE WHEN fill IS NULL THEN 'ALTER TABLE %s RESET (fillfactor)'
    ELSE 'ALTER TABLE %s SET (fillfactor = %s)' END, held, fill);
EXCEPTION WHEN OTHERS THEN
  NULL;
END
$$;
UPDATE "person" SET "account_id" = s."account_id" FROM "helium_stash_ops_2_2" s WHERE s."id" = "person"."id";
SELECT s."id" FROM "helium_stash_ops_2_2" s LEFT JOIN "person" t ON t."id" = s."id" WHERE t."id" IS NULL AND s."account_id" IS NOT NULL;
ALTER TABLE "person" ADD CONSTRAINT "person_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account" ("id");
DROP TABLE "helium_stash_ops_2_2";
ALTER TABLE "person" ADD COLUMN "email" varchar(255);
SELECT 1 WHERE row_security_active('"person"');
SELECT set_config('work_mem', '128MB', true);
DO $$DECLARE
  held regclass := '"person"';
  kept regclass := '"helium_stash_ops_2_1"';
  whole float8 := pg_relation_size(held);
  value float8 := pg_relation_size(kept);
  along oid;
  by_itself boolean;
  fill text;
BEGIN
  SELECT indexrelid, indisclustered INTO along, by_itself FROM pg_catalog.pg_index
    WHERE indrelid = held AND (indisclustered OR indisunique AND indpred IS NULL)
    ORDER BY indisclustered DESC, indisprimary DESC LIMIT 1;
  IF along IS NULL OR least(whole, value) < 16000000 OR whole > least(4 * value, 4000000000)
    OR txid_current_if_assigned() IS NULL
    OR EXISTS (SELECT FROM pg_catalog.pg_index WHERE indrelid = held AND NOT indisvalid) THEN
    RETURN;
  END IF;
  EXECUTE format('SELECT $1 / count(*), $2 / count(*) - 28 FROM %s', kept)
    INTO whole, value USING whole, value;
  fill := (SELECT option_value FROM pg_catalog.pg_class, pg_options_to_table(reloptions)
    WHERE oid = held AND option_name = 'fillfactor');
  whole := greatest(whole - value, 32);
  EXECUTE format('ALTER TABLE %s SET (fillfactor = %s)', held,
    greatest(10, floor(95 * whole / (2 * whole + value))));
  EXECUTE format('CLUSTER %s USING %I', held,
    (SELECT relname FROM pg_catalog.pg_class WHERE oid = along));
  IF NOT by_itself THEN
    EXECUTE format('ALTER TABLE %s SET WITHOUT CLUSTER', held);
  END IF;
  EXECUTE format(CASE WHEN fill IS NULL THEN 'ALTER TABLE %s RESET (fillfactor)'
    ELSE 'ALTER TABLE %s SET (fillfactor = %s)' END, held, fill);
EXCEPTION WHEN OTHERS THEN
  NULL;
END
$$;
UPDATE "person" SET "email" = s."email" FROM "helium_stash_ops_2_1" s WHERE s."id" = "person"."id";
SELECT s."id" FROM "helium_stash_ops_2_1" s LEFT JOIN "person" t ON t."id" = s."id" WHERE t."id" IS NULL AND s."email" IS NOT NULL;
ALTER TABLE "person" ADD CONSTRAINT "person_email_key" UNIQUE ("email");
CREATE INDEX "person_email_score" ON "person" ("email", "score");
DROP TABLE "helium_stash_ops_2_1";

-- drop_constraint
ALTER TABLE "person" DROP CONSTRAINT "person_account_id_fkey";
ALTER TABLE "person" DROP CONSTRAINT "person_email_key";
-- back
ALTER TABLE "person" ADD CONSTRAINT "person_email_key" UNIQUE ("email");
ALTER TABLE "person" ADD CONSTRAINT "person_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account" ("id");

-- drop_domain
DROP DOMAIN "post_code";
-- back
CREATE DOMAIN "post_code" AS varchar(10);

-- drop_enum
DROP TYPE "weather";
-- back
CREATE TYPE "weather" AS ENUM ('rain', 'sun');

-- drop_extension
CREATE EXTENSION IF NOT EXISTS "citext";
DROP EXTENSION "citext";
CREATE EXTENSION IF NOT EXISTS "pg_trgm";
-- back
DO $$BEGIN IF EXISTS (SELECT FROM pg_catalog.pg_extension WHERE extname = 'pg_trgm' AND extnamespace = current_schema()::regnamespace) THEN DROP EXTENSION "pg_trgm"; END IF; END$$;
CREATE EXTENSION IF NOT EXISTS "citext";
DO $$BEGIN IF EXISTS (SELECT FROM pg_catalog.pg_extension WHERE extname = 'citext' AND extnamespace = current_schema()::regnamespace) THEN DROP EXTENSION "citext"; END IF; END$$;

-- drop_index
DROP INDEX "person_name";
-- back
CREATE INDEX "person_name" ON "person" ("name");

-- drop_materialized_view
DROP MATERIALIZED VIEW "totals";
-- back
CREATE MATERIALIZED VIEW "totals" AS
SELECT count(*) AS n FROM account;

-- drop_partition
ALTER TABLE "event_first" RENAME TO "helium_stash_ops_2_1";
ALTER TABLE "event" DETACH PARTITION "helium_stash_ops_2_1";
SELECT CAST(conrelid AS regclass) FROM pg_catalog.pg_constraint WHERE contype = 'f' AND conparentid = 0 AND confrelid = CAST('"helium_stash_ops_2_1"' AS regclass) AND conrelid <> confrelid UNION ALL SELECT CAST(r.ev_class AS regclass) FROM pg_catalog.pg_depend d JOIN pg_catalog.pg_rewrite r ON r.oid = d.objid WHERE d.classid = CAST('pg_catalog.pg_rewrite' AS regclass) AND d.refclassid = CAST('pg_catalog.pg_class' AS regclass) AND d.refobjid = CAST('"helium_stash_ops_2_1"' AS regclass) AND r.ev_class <> d.refobjid;
-- back
ALTER TABLE "event" ATTACH PARTITION "helium_stash_ops_2_1" FOR VALUES FROM (0) TO (1001);
ALTER TABLE "helium_stash_ops_2_1" RENAME TO "event_first";

-- drop_partitioned_table
ALTER TABLE "event" RENAME TO "helium_stash_ops_2_1";
ALTER TABLE "event_first" RENAME TO "helium_stash_ops_2_1_part1";
SELECT CAST(conrelid AS regclass) FROM pg_catalog.pg_constraint WHERE contype = 'f' AND conparentid = 0 AND confrelid = CAST('"helium_stash_ops_2_1"' AS regclass) AND conrelid <> confrelid UNION ALL SELECT CAST(r.ev_class AS regclass) FROM pg_catalog.pg_depend d JOIN pg_catalog.pg_rewrite r ON r.oid = d.objid WHERE d.classid = CAST('pg_catalog.pg_rewrite' AS regclass) AND d.refclassid = CAST('pg_catalog.pg_class' AS regclass) AND d.refobjid = CAST('"helium_stash_ops_2_1"' AS regclass) AND r.ev_class <> d.refobjid;
CREATE TABLE "event" (
  "id" integer
) PARTITION BY RANGE (id);
CREATE TABLE "event_first" PARTITION OF "event" FOR VALUES FROM (0) TO (9);
-- back
DROP TABLE "event_first";
DROP TABLE "event";
ALTER TABLE "helium_stash_ops_2_1_part1" RENAME TO "event_first";
ALTER TABLE "helium_stash_ops_2_1" RENAME TO "event";

-- drop_routine
DROP FUNCTION "thrice"(n integer);
-- back
CREATE FUNCTION thrice(n integer) RETURNS integer LANGUAGE sql AS 'SELECT n * 3';

-- drop_schema
CREATE SCHEMA "helium_annex_gone";
DROP SCHEMA "helium_annex_gone";
CREATE SCHEMA "helium_annex_gone";
CREATE TABLE helium_annex_gone.thing (id integer);
CREATE VIEW "annexed" AS
SELECT id FROM helium_annex_gone.thing;
-- back
DROP VIEW "annexed";
DROP TABLE helium_annex_gone.thing;
DROP SCHEMA "helium_annex_gone";
CREATE SCHEMA "helium_annex_gone";
DROP SCHEMA "helium_annex_gone";

-- drop_sequence
ALTER SEQUENCE "counter" RENAME TO "helium_stash_ops_2_1";
-- back
ALTER SEQUENCE "helium_stash_ops_2_1" RENAME TO "counter";

-- drop_table
DROP INDEX "note_account_id";
ALTER TABLE "note" RENAME TO "helium_stash_ops_2_1";
ALTER TABLE "helium_stash_ops_2_1" RENAME CONSTRAINT "note_pkey" TO "helium_stash_ops_2_1_key1";
SELECT CAST(conrelid AS regclass) FROM pg_catalog.pg_constraint WHERE contype = 'f' AND conparentid = 0 AND confrelid = CAST('"helium_stash_ops_2_1"' AS regclass) AND conrelid <> confrelid UNION ALL SELECT CAST(r.ev_class AS regclass) FROM pg_catalog.pg_depend d JOIN pg_catalog.pg_rewrite r ON r.oid = d.objid WHERE d.classid = CAST('pg_catalog.pg_rewrite' AS regclass) AND d.refclassid = CAST('pg_catalog.pg_class' AS regclass) AND d.refobjid = CAST('"helium_stash_ops_2_1"' AS regclass) AND r.ev_class <> d.refobjid;
-- back
ALTER TABLE "helium_stash_ops_2_1" RENAME CONSTRAINT "helium_stash_ops_2_1_key1" TO "note_pkey";
ALTER TABLE "helium_stash_ops_2_1" RENAME TO "note";
CREATE INDEX "note_account_id" ON "note" ("account_id");

-- drop_trigger
DROP TRIGGER "shelf_kept" ON "shelf";
-- back
CREATE TRIGGER shelf_kept BEFORE UPDATE ON shelf FOR EACH ROW EXECUTE FUNCTION suppress_redundant_updates_trigger();

-- drop_view
DROP VIEW "rich";
-- back
CREATE VIEW "rich" AS
SELECT id, name FROM person WHERE id > 900;

-- grant
GRANT SELECT ON "person" TO PUBLIC;
GRANT INSERT ON "person" TO PUBLIC;
-- back
REVOKE INSERT ON "person" FROM PUBLIC;
REVOKE SELECT ON "person" FROM PUBLIC;

-- insert
INSERT INTO "account" ("id", "title") VALUES (5000, 'it''s new');
INSERT INTO "account" ("id", "title") VALUES (5001, '日本');
-- back
SELECT CAST(conrelid AS regclass) FROM pg_catalog.pg_constraint JOIN pg_catalog.pg_class t ON t.oid = confrelid WHERE contype = 'f' AND confrelid = CAST('"account"' AS regclass) AND connamespace <> t.relnamespace AND confdeltype NOT IN ('a', 'r');
DELETE FROM "account" WHERE "id" = 5001;
DELETE FROM "account" WHERE "id" = 5000;

-- merge_table
ALTER TABLE "person" ADD COLUMN "hobby" varchar(400);
ALTER TABLE "person" ADD COLUMN "picture" bytea;
SELECT 1 WHERE row_security_active('"extra"');
SELECT 1 WHERE row_security_active('"person"');
UPDATE "person" SET "hobby" = s."hobby", "picture" = s."picture" FROM "extra" s WHERE s."id" = "person"."id";
ALTER TABLE "extra" RENAME TO "helium_stash_ops_2_1_3";
ALTER TABLE "helium_stash_ops_2_1_3" RENAME CONSTRAINT "extra_pkey" TO "helium_stash_ops_2_1_3_key1";
SELECT CAST(conrelid AS regclass) FROM pg_catalog.pg_constraint WHERE contype = 'f' AND conparentid = 0 AND confrelid = CAST('"helium_stash_ops_2_1_3"' AS regclass) AND conrelid <> confrelid UNION ALL SELECT CAST(r.ev_class AS regclass) FROM pg_catalog.pg_depend d JOIN pg_catalog.pg_rewrite r ON r.oid = d.objid WHERE d.classid = CAST('pg_catalog.pg_rewrite' AS regclass) AND d.refclassid = CAST('pg_catalog.pg_class' AS regclass) AND d.refobjid = CAST('"helium_stash_ops_2_1_3"' AS regclass) AND r.ev_class <> d.refobjid;
-- back
ALTER TABLE "helium_stash_ops_2_1_3" RENAME CONSTRAINT "helium_stash_ops_2_1_3_key1" TO "extra_pkey";
ALTER TABLE "helium_stash_ops_2_1_3" RENAME TO "extra";
SELECT 1 WHERE row_security_active('"extra"');
SELECT 1 WHERE row_security_active('"person"');
UPDATE "extra" SET "hobby" = s."hobby", "picture" = s."picture" FROM "person" s WHERE s."id" = "extra"."id";
LOCK TABLE "person" IN ACCESS EXCLUSIVE MODE;
SELECT 1 WHERE row_security_active('"person"');
CREATE TABLE "helium_stash_ops_2_1_2" AS SELECT "id", "picture" FROM "person";
DO $$DECLARE who text; BEGIN FOR who IN SELECT CASE grantee WHEN 0 THEN 'PUBLIC' ELSE grantee::regrole::text END FROM pg_catalog.pg_class, aclexplode(relacl) WHERE oid = '"helium_stash_ops_2_1_2"'::regclass AND grantee <> relowner LOOP EXECUTE 'REVOKE ALL ON "helium_stash_ops_2_1_2" FROM ' || who; END LOOP; END$$;
ALTER TABLE "person" DROP COLUMN "picture";
LOCK TABLE "person" IN ACCESS EXCLUSIVE MODE;
SELECT 1 WHERE row_security_active('"person"');
CREATE TABLE "helium_stash_ops_2_1" AS SELECT "id", "hobby" FROM "person";
DO $$DECLARE who text; BEGIN FOR who IN SELECT CASE grantee WHEN 0 THEN 'PUBLIC' ELSE grantee::regrole::text END FROM pg_catalog.pg_class, aclexplode(relacl) WHERE oid = '"helium_stash_ops_2_1"'::regclass AND grantee <> relowner LOOP EXECUTE 'REVOKE ALL ON "helium_stash_ops_2_1" FROM ' || who; END LOOP; END$$;
ALTER TABLE "person" DROP COLUMN "hobby";

-- rename_column
ALTER TABLE "note" RENAME COLUMN "account_id" TO "account";
-- back
ALTER TABLE "note" RENAME COLUMN "account" TO "account_id";

-- rename_constraint
ALTER TABLE "person" RENAME CONSTRAINT "person_email_key" TO "one_email_each";
-- back
ALTER TABLE "person" RENAME CONSTRAINT "one_email_each" TO "person_email_key";

-- rename_enum_value
ALTER TYPE "weather" RENAME VALUE 'rain' TO 'drizzle';
-- back
ALTER TYPE "weather" RENAME VALUE 'drizzle' TO 'rain';

-- rename_index
ALTER INDEX "person_name" RENAME TO "person_by_name";
-- back
ALTER INDEX "person_by_name" RENAME TO "person_name";

-- rename_table
ALTER TABLE "note" RENAME TO "remark";
-- back
ALTER TABLE "remark" RENAME TO "note";

-- replace_routine
DROP FUNCTION "thrice"(n integer);
CREATE FUNCTION thrice(n integer) RETURNS integer LANGUAGE sql AS 'SELECT n + n + n';
-- back
DROP FUNCTION "thrice"(n integer);
CREATE FUNCTION thrice(n integer) RETURNS integer LANGUAGE sql AS 'SELECT n * 3';

-- replace_view
DROP VIEW "rich";
CREATE VIEW "rich" AS
SELECT id, name, email FROM person WHERE score > 100;
-- back
DROP VIEW "rich";
CREATE VIEW "rich" AS
SELECT id, name FROM person WHERE id > 900;

-- revoke
REVOKE SELECT ON "account" FROM PUBLIC;
-- back
GRANT SELECT ON "account" TO PUBLIC;

-- set_comment
COMMENT ON TABLE "person" IS 'who buys';
COMMENT ON COLUMN "person"."score" IS 'how much';
-- back
COMMENT ON COLUMN "person"."score" IS NULL;
COMMENT ON TABLE "person" IS NULL;

-- split_table
CREATE TABLE "portrait" (
  "id" integer NOT NULL,
  "photo" bytea,
  PRIMARY KEY ("id")
);
LOCK TABLE "person" IN ACCESS EXCLUSIVE MODE;
SELECT 1 WHERE row_security_active('"person"');
INSERT INTO "portrait" ("id", "photo") SELECT "id", "photo" FROM "person";
ALTER TABLE "person" DROP COLUMN "photo";
-- back
SELECT s."id" FROM "portrait" s LEFT JOIN "person" t ON t."id" = s."id" WHERE t."id" IS NULL;
ALTER TABLE "person" ADD COLUMN "photo" bytea;
SELECT 1 WHERE row_security_active('"person"');
SELECT set_config('work_mem', '128MB', true);
DO $$DECLARE
  held regclass := '"person"';
  kept regclass := '"portrait"';
  whole float8 := pg_relation_size(held);
  value float8 := pg_relation_size(kept);
  along oid;
  by_itself boolean;
  fill text;
BEGIN
  SELECT indexrelid, indisclustered INTO along, by_itself FROM pg_catalog.pg_index
    WHERE indrelid = held AND (indisclustered OR indisunique AND indpred IS NULL)
    ORDER BY indisclustered DESC, indisprimary DESC LIMIT 1;
  IF along IS NULL OR least(whole, value) < 16000000 OR whole > least(4 * value, 4000000000)
    OR txid_current_if_assigned() IS NULL
    OR EXISTS (SELECT FROM pg_catalog.pg_index WHERE indrelid = held AND NOT indisvalid) THEN
    RETURN;
  END IF;
  EXECUTE format('SELECT $1 / count(*), $2 / count(*) - 28 FROM %s', kept)
    INTO whole, value USING whole, value;
  fill := (SELECT option_value FROM pg_catalog.pg_class, pg_options_to_table(reloptions)
    WHERE oid = held AND option_name = 'fillfactor');
  whole := greatest(whole - value, 32);
  EXECUTE format('ALTER TABLE %s SET (fillfactor = %s)', held,
    greatest(10, floor(95 * whole / (2 * whole + value))));
  EXECUTE format('CLUSTER %s USING %I', held,
    (SELECT relname FROM pg_catalog.pg_class WHERE oid = along));
  IF NOT by_itself THEN
    EXECUTE format('ALTER TABLE %s SET WITHOUT CLUSTER', held);
  END IF;
  EXECUTE format(CASE WHEN fill IS NULL THEN 'ALTER TABLE %s RESET (fillfactor)'
    ELSE 'ALTER TABLE %s SET (fillfactor = %s)' END, held, fill);
EXCEPTION WHEN OTHERS THEN
  NULL;
END
$$;
UPDATE "person" SET "photo" = s."photo" FROM "portrait" s WHERE s."id" = "person"."id";
SELECT s."id" FROM "portrait" s LEFT JOIN "person" t ON t."id" = s."id" WHERE t."id" IS NULL AND s."photo" IS NOT NULL;
DROP TABLE "portrait";

-- split_table_each
CREATE TABLE "portrait" (
  "id" integer NOT NULL,
  "photo" bytea,
  PRIMARY KEY ("id")
);
SELECT 1 WHERE row_security_active('"person"');
ALTER TABLE "person" RENAME COLUMN "photo" TO "helium_stash_ops_2_1";
SELECT 1 WHERE row_security_active('"person"');
INSERT INTO "portrait" ("id", "photo") SELECT "id", "helium_stash_ops_2_1" FROM "person";
ALTER TABLE "person" DROP COLUMN "helium_stash_ops_2_1";
-- back
SELECT s."id" FROM "portrait" s LEFT JOIN "person" t ON t."id" = s."id" WHERE t."id" IS NULL;
ALTER TABLE "person" ADD COLUMN "helium_stash_ops_2_1" bytea;
SELECT 1 WHERE row_security_active('"person"');
SELECT set_config('work_mem', '128MB', true);
DO $$DECLARE
  held regclass := '"person"';
  kept regclass := '"portrait"';
  whole float8 := pg_relation_size(held);
  value float8 := pg_relation_size(kept);
  along oid;
  by_itself boolean;
  fill text;
BEGIN
  SELECT indexrelid, indisclustered INTO along, by_itself FROM pg_catalog.pg_index
    WHERE indrelid = held AND (indisclustered OR indisunique AND indpred IS NULL)
    ORDER BY indisclustered DESC, indisprimary DESC LIMIT 1;
  IF along IS NULL OR least(whole, value) < 16000000 OR whole > least(4 * value, 4000000000)
    OR txid_current_if_assigned() IS NULL
    OR EXISTS (SELECT FROM pg_catalog.pg_index WHERE indrelid = held AND NOT indisvalid) THEN
    RETURN;
  END IF;
  EXECUTE format('SELECT $1 / count(*), $2 / count(*) - 28 FROM %s', kept)
    INTO whole, value USING whole, value;
  fill := (SELECT option_value FROM pg_catalog.pg_class, pg_options_to_table(reloptions)
    WHERE oid = held AND option_name = 'fillfactor');
  whole := greatest(whole - value, 32);
  EXECUTE format('ALTER TABLE %s SET (fillfactor = %s)', held,
    greatest(10, floor(95 * whole / (2 * whole + value))));
  EXECUTE format('CLUSTER %s USING %I', held,
    (SELECT relname FROM pg_catalog.pg_class WHERE oid = along));
  IF NOT by_itself THEN
    EXECUTE format('ALTER TABLE %s SET WITHOUT CLUSTER', held);
  END IF;
  EXECUTE format(CASE WHEN fill IS NULL THEN 'ALTER TABLE %s RESET (fillfactor)'
    ELSE 'ALTER TABLE %s SET (fillfactor = %s)' END, held, fill);
EXCEPTION WHEN OTHERS THEN
  NULL;
END
$$;
UPDATE "person" SET "helium_stash_ops_2_1" = s."photo" FROM "portrait" s WHERE s."id" = "person"."id";
SELECT s."id" FROM "portrait" s LEFT JOIN "person" t ON t."id" = s."id" WHERE t."id" IS NULL AND s."photo" IS NOT NULL;
ALTER TABLE "person" RENAME COLUMN "helium_stash_ops_2_1" TO "photo";
DROP TABLE "portrait";

-- sql
CREATE TABLE thing (id integer);
-- back
DROP TABLE thing;

-- update
LOCK TABLE "person" IN SHARE ROW EXCLUSIVE MODE;
SELECT CAST(conrelid AS regclass) FROM pg_catalog.pg_constraint JOIN pg_catalog.pg_class t ON t.oid = confrelid WHERE contype = 'f' AND confrelid = CAST('"person"' AS regclass) AND connamespace <> t.relnamespace AND confupdtype IN ('n', 'd') AND EXISTS (SELECT 1 FROM pg_catalog.pg_attribute WHERE attrelid = confrelid AND attnum = ANY (confkey) AND attname IN ('note', 'score'));
SELECT 1 WHERE row_security_active('"person"');
CREATE TABLE "helium_stash_ops_2_1" AS SELECT "id", "note", "score" FROM "person" WHERE score IS NOT NULL;
DO $$DECLARE who text; BEGIN FOR who IN SELECT CASE grantee WHEN 0 THEN 'PUBLIC' ELSE grantee::regrole::text END FROM pg_catalog.pg_class, aclexplode(relacl) WHERE oid = '"helium_stash_ops_2_1"'::regclass AND grantee <> relowner LOOP EXECUTE 'REVOKE ALL ON "helium_stash_ops_2_1" FROM ' || who; END LOOP; END$$;
UPDATE "person" SET "note" = 'changed', "score" = score + 1 WHERE EXISTS (SELECT 1 FROM "helium_stash_ops_2_1" s WHERE s."id" = "person"."id");
-- back
SELECT 1 WHERE row_security_active('"person"');
SELECT s."id" FROM "helium_stash_ops_2_1" s LEFT JOIN "person" t ON t."id" = s."id" WHERE t."id" IS NULL;
UPDATE "person" SET "note" = s."note", "score" = s."score" FROM "helium_stash_ops_2_1" s WHERE s."id" = "person"."id";
DROP TABLE "helium_stash_ops_2_1";

