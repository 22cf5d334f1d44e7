-- add_check
SELECT name FROM pragma_table_xinfo('person') WHERE hidden <> 1 AND name COLLATE NOCASE NOT IN ('id', 'name', 'email', 'score', 'photo', 'account_id', 'note') UNION ALL SELECT column1 FROM (VALUES ('id'), ('name'), ('email'), ('score'), ('photo'), ('account_id'), ('note')) WHERE column1 COLLATE NOCASE NOT IN (SELECT name FROM pragma_table_xinfo('person')) UNION ALL SELECT name FROM sqlite_master WHERE tbl_name = 'person' COLLATE NOCASE AND type = 'index' AND sql IS NOT NULL AND name COLLATE NOCASE NOT IN ('person_email_score', 'person_name') UNION ALL SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'person' COLLATE NOCASE AND NOT (0) UNION ALL SELECT 'key' WHERE (SELECT count(DISTINCT id) FROM pragma_foreign_key_list('person')) > 1 UNION ALL SELECT 'key' WHERE (SELECT count(*) FROM pragma_index_list('person') WHERE origin = 'u') > 1 UNION ALL SELECT 'check' FROM sqlite_master WHERE tbl_name = 'person' COLLATE NOCASE AND type = 'table' AND (length(replace(replace(replace(lower(sql), ' ', ''), char(9), ''), char(10), '')) - length(replace(replace(replace(replace(lower(sql), ' ', ''), char(9), ''), char(10), ''), 'check(', ''))) / 6 > 0;
CREATE TABLE "helium_rebuilt_person" (
  "id" integer NOT NULL,
  "name" varchar(100) NOT NULL,
  "email" varchar(255),
  "score" decimal(10,2),
  "photo" blob,
  "account_id" integer,
  "note" varchar(400),
  PRIMARY KEY ("id"),
  CONSTRAINT "person_email_key" UNIQUE ("email"),
  CONSTRAINT "person_has_name" CHECK (name <> 'nobody'),
  CONSTRAINT "person_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account" ("id")
);
INSERT INTO "helium_rebuilt_person" ("id", "name", "email", "score", "photo", "account_id", "note") SELECT "id", "name", "email", "score", "photo", "account_id", "note" FROM "person";
DROP TABLE "person";
ALTER TABLE "helium_rebuilt_person" RENAME TO "person";
CREATE INDEX "person_email_score" ON "person" ("email", "score");
CREATE INDEX "person_name" ON "person" ("name");
-- back
SELECT name FROM pragma_table_xinfo('person') WHERE hidden <> 1 AND name COLLATE NOCASE NOT IN ('id', 'name', 'email', 'score', 'photo', 'account_id', 'note') UNION ALL SELECT column1 FROM (VALUES ('id'), ('name'), ('email'), ('score'), ('photo'), ('account_id'), ('note')) WHERE column1 COLLATE NOCASE NOT IN (SELECT name FROM pragma_table_xinfo('person')) UNION ALL SELECT name FROM sqlite_master WHERE tbl_name = 'person' COLLATE NOCASE AND type = 'index' AND sql IS NOT NULL AND name COLLATE NOCASE NOT IN ('person_email_score', 'person_name') UNION ALL SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'person' COLLATE NOCASE AND NOT (0) UNION ALL SELECT 'key' WHERE (SELECT count(DISTINCT id) FROM pragma_foreign_key_list('person')) > 1 UNION ALL SELECT 'key' WHERE (SELECT count(*) FROM pragma_index_list('person') WHERE origin = 'u') > 1 UNION ALL SELECT 'check' FROM sqlite_master WHERE tbl_name = 'person' COLLATE NOCASE AND type = 'table' AND (length(replace(replace(replace(lower(sql), ' ', ''), char(9), ''), char(10), '')) - length(replace(replace(replace(replace(lower(sql), ' ', ''), char(9), ''), char(10), ''), 'check(', ''))) / 6 > 1;
CREATE TABLE "helium_rebuilt_person" (
  "id" integer NOT NULL,
  "name" varchar(100) NOT NULL,
  "email" varchar(255),
  "score" decimal(10,2),
  "photo" blob,
  "account_id" integer,
  "note" varchar(400),
  PRIMARY KEY ("id"),
  CONSTRAINT "person_email_key" UNIQUE ("email"),
  CONSTRAINT "person_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account" ("id")
);
INSERT INTO "helium_rebuilt_person" ("id", "name", "email", "score", "photo", "account_id", "note") SELECT "id", "name", "email", "score", "photo", "account_id", "note" FROM "person";
DROP TABLE "person";
ALTER TABLE "helium_rebuilt_person" RENAME TO "person";
CREATE INDEX "person_email_score" ON "person" ("email", "score");
CREATE INDEX "person_name" ON "person" ("name");

-- add_column
ALTER TABLE "person" ADD COLUMN "nick" varchar(40);
ALTER TABLE "person" ADD COLUMN "visits" integer NOT NULL DEFAULT 0;
-- back
CREATE TABLE "helium_stash_ops_2_2" AS SELECT "id", "visits" FROM "person";
ALTER TABLE "person" DROP COLUMN "visits";
CREATE TABLE "helium_stash_ops_2_1" AS SELECT "id", "nick" FROM "person";
ALTER TABLE "person" DROP COLUMN "nick";

-- add_column_backfilled
ALTER TABLE "person" ADD COLUMN "label" varchar(100);
UPDATE "person" SET "label" = name WHERE "label" IS NULL;
SELECT name FROM pragma_table_xinfo('person') WHERE hidden <> 1 AND name COLLATE NOCASE NOT IN ('id', 'name', 'email', 'score', 'photo', 'account_id', 'note', 'label') UNION ALL SELECT column1 FROM (VALUES ('id'), ('name'), ('email'), ('score'), ('photo'), ('account_id'), ('note'), ('label')) WHERE column1 COLLATE NOCASE NOT IN (SELECT name FROM pragma_table_xinfo('person')) UNION ALL SELECT name FROM sqlite_master WHERE tbl_name = 'person' COLLATE NOCASE AND type = 'index' AND sql IS NOT NULL AND name COLLATE NOCASE NOT IN ('person_email_score', 'person_name') UNION ALL SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'person' COLLATE NOCASE AND NOT (0) UNION ALL SELECT 'key' WHERE (SELECT count(DISTINCT id) FROM pragma_foreign_key_list('person')) > 1 UNION ALL SELECT 'key' WHERE (SELECT count(*) FROM pragma_index_list('person') WHERE origin = 'u') > 1 UNION ALL SELECT 'check' FROM sqlite_master WHERE tbl_name = 'person' COLLATE NOCASE AND type = 'table' AND (length(replace(replace(replace(lower(sql), ' ', ''), char(9), ''), char(10), '')) - length(replace(replace(replace(replace(lower(sql), ' ', ''), char(9), ''), char(10), ''), 'check(', ''))) / 6 > 0;
CREATE TABLE "helium_rebuilt_person" (
  "id" integer NOT NULL,
  "name" varchar(100) NOT NULL,
  "email" varchar(255),
  "score" decimal(10,2),
  "photo" blob,
  "account_id" integer,
  "note" varchar(400),
  "label" varchar(100) NOT NULL,
  PRIMARY KEY ("id"),
  CONSTRAINT "person_email_key" UNIQUE ("email"),
  CONSTRAINT "person_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account" ("id")
);
INSERT INTO "helium_rebuilt_person" ("id", "name", "email", "score", "photo", "account_id", "note", "label") SELECT "id", "name", "email", "score", "photo", "account_id", "note", "label" FROM "person";
DROP TABLE "person";
ALTER TABLE "helium_rebuilt_person" RENAME TO "person";
CREATE INDEX "person_email_score" ON "person" ("email", "score");
CREATE INDEX "person_name" ON "person" ("name");
-- back
CREATE TABLE "helium_stash_ops_2_1" AS SELECT "id", "label" FROM "person";
ALTER TABLE "person" DROP COLUMN "label";

-- add_expression_index
CREATE INDEX "person_lower" ON "person" (lower(name));
-- back
DROP INDEX "person_lower";

-- add_foreign_key
SELECT name FROM pragma_table_xinfo('note') WHERE hidden <> 1 AND name COLLATE NOCASE NOT IN ('id', 'account_id', 'text') UNION ALL SELECT column1 FROM (VALUES ('id'), ('account_id'), ('text')) WHERE column1 COLLATE NOCASE NOT IN (SELECT name FROM pragma_table_xinfo('note')) UNION ALL SELECT name FROM sqlite_master WHERE tbl_name = 'note' COLLATE NOCASE AND type = 'index' AND sql IS NOT NULL AND name COLLATE NOCASE NOT IN ('note_account_id') UNION ALL SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'note' COLLATE NOCASE AND NOT (0) UNION ALL SELECT 'key' WHERE (SELECT count(DISTINCT id) FROM pragma_foreign_key_list('note')) > 0 UNION ALL SELECT 'key' WHERE (SELECT count(*) FROM pragma_index_list('note') WHERE origin = 'u') > 0 UNION ALL SELECT 'check' FROM sqlite_master WHERE tbl_name = 'note' COLLATE NOCASE AND type = 'table' AND (length(replace(replace(replace(lower(sql), ' ', ''), char(9), ''), char(10), '')) - length(replace(replace(replace(replace(lower(sql), ' ', ''), char(9), ''), char(10), ''), 'check(', ''))) / 6 > 0;
CREATE TABLE "helium_rebuilt_note" (
  "id" integer NOT NULL,
  "account_id" integer,
  "text" varchar(400),
  PRIMARY KEY ("id"),
  CONSTRAINT "note_account" FOREIGN KEY ("account_id") REFERENCES "account" ("id") ON DELETE SET NULL
);
INSERT INTO "helium_rebuilt_note" ("id", "account_id", "text") SELECT "id", "account_id", "text" FROM "note";
DROP TABLE "note";
ALTER TABLE "helium_rebuilt_note" RENAME TO "note";
CREATE INDEX "note_account_id" ON "note" ("account_id");
-- back
SELECT name FROM pragma_table_xinfo('note') WHERE hidden <> 1 AND name COLLATE NOCASE NOT IN ('id', 'account_id', 'text') UNION ALL SELECT column1 FROM (VALUES ('id'), ('account_id'), ('text')) WHERE column1 COLLATE NOCASE NOT IN (SELECT name FROM pragma_table_xinfo('note')) UNION ALL SELECT name FROM sqlite_master WHERE tbl_name = 'note' COLLATE NOCASE AND type = 'index' AND sql IS NOT NULL AND name COLLATE NOCASE NOT IN ('note_account_id') UNION ALL SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'note' COLLATE NOCASE AND NOT (0) UNION ALL SELECT 'key' WHERE (SELECT count(DISTINCT id) FROM pragma_foreign_key_list('note')) > 1 UNION ALL SELECT 'key' WHERE (SELECT count(*) FROM pragma_index_list('note') WHERE origin = 'u') > 0 UNION ALL SELECT 'check' FROM sqlite_master WHERE tbl_name = 'note' COLLATE NOCASE AND type = 'table' AND (length(replace(replace(replace(lower(sql), ' ', ''), char(9), ''), char(10), '')) - length(replace(replace(replace(replace(lower(sql), ' ', ''), char(9), ''), char(10), ''), 'check(', ''))) / 6 > 0;
CREATE TABLE "helium_rebuilt_note" (
  "id" integer NOT NULL,
  "account_id" integer,
  "text" varchar(400),
  PRIMARY KEY ("id")
);
INSERT INTO "helium_rebuilt_note" ("id", "account_id", "text") SELECT "id", "account_id", "text" FROM "note";
DROP TABLE "note";
ALTER TABLE "helium_rebuilt_note" RENAME TO "note";
CREATE INDEX "note_account_id" ON "note" ("account_id");

-- add_index
CREATE INDEX "person_score" ON "person" ("score", "id");
-- back
DROP INDEX "person_score";

-- add_partial_index
CREATE INDEX "person_scored" ON "person" ("score") WHERE score IS NOT NULL;
-- back
DROP INDEX "person_scored";

-- add_primary_key
SELECT name FROM pragma_table_xinfo('plain') WHERE hidden <> 1 AND name COLLATE NOCASE NOT IN ('code', 'word') UNION ALL SELECT column1 FROM (VALUES ('code'), ('word')) WHERE column1 COLLATE NOCASE NOT IN (SELECT name FROM pragma_table_xinfo('plain')) UNION ALL SELECT name FROM sqlite_master WHERE tbl_name = 'plain' COLLATE NOCASE AND type = 'index' AND sql IS NOT NULL AND name COLLATE NOCASE NOT IN () UNION ALL SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'plain' COLLATE NOCASE AND NOT (0) UNION ALL SELECT 'key' WHERE (SELECT count(DISTINCT id) FROM pragma_foreign_key_list('plain')) > 0 UNION ALL SELECT 'key' WHERE (SELECT count(*) FROM pragma_index_list('plain') WHERE origin = 'u') > 0 UNION ALL SELECT 'check' FROM sqlite_master WHERE tbl_name = 'plain' COLLATE NOCASE AND type = 'table' AND (length(replace(replace(replace(lower(sql), ' ', ''), char(9), ''), char(10), '')) - length(replace(replace(replace(replace(lower(sql), ' ', ''), char(9), ''), char(10), ''), 'check(', ''))) / 6 > 0;
CREATE TABLE "helium_rebuilt_plain" (
  "code" integer NOT NULL,
  "word" varchar(20),
  PRIMARY KEY ("code")
);
INSERT INTO "helium_rebuilt_plain" ("code", "word") SELECT "code", "word" FROM "plain";
DROP TABLE "plain";
ALTER TABLE "helium_rebuilt_plain" RENAME TO "plain";
-- back
SELECT name FROM pragma_table_xinfo('plain') WHERE hidden <> 1 AND name COLLATE NOCASE NOT IN ('code', 'word') UNION ALL SELECT column1 FROM (VALUES ('code'), ('word')) WHERE column1 COLLATE NOCASE NOT IN (SELECT name FROM pragma_table_xinfo('plain')) UNION ALL SELECT name FROM sqlite_master WHERE tbl_name = 'plain' COLLATE NOCASE AND type = 'index' AND sql IS NOT NULL AND name COLLATE NOCASE NOT IN () UNION ALL SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'plain' COLLATE NOCASE AND NOT (0) UNION ALL SELECT 'key' WHERE (SELECT count(DISTINCT id) FROM pragma_foreign_key_list('plain')) > 0 UNION ALL SELECT 'key' WHERE (SELECT count(*) FROM pragma_index_list('plain') WHERE origin = 'u') > 0 UNION ALL SELECT 'check' FROM sqlite_master WHERE tbl_name = 'plain' COLLATE NOCASE AND type = 'table' AND (length(replace(replace(replace(lower(sql), ' ', ''), char(9), ''), char(10), '')) - length(replace(replace(replace(replace(lower(sql), ' ', ''), char(9), ''), char(10), ''), 'check(', ''))) / 6 > 0;
CREATE TABLE "helium_rebuilt_plain" (
  "code" integer NOT NULL,
  "word" varchar(20)
);
INSERT INTO "helium_rebuilt_plain" ("code", "word") SELECT "code", "word" FROM "plain";
DROP TABLE "plain";
ALTER TABLE "helium_rebuilt_plain" RENAME TO "plain";

-- add_unique
SELECT name FROM pragma_table_xinfo('person') WHERE hidden <> 1 AND name COLLATE NOCASE NOT IN ('id', 'name', 'email', 'score', 'photo', 'account_id', 'note') UNION ALL SELECT column1 FROM (VALUES ('id'), ('name'), ('email'), ('score'), ('photo'), ('account_id'), ('note')) WHERE column1 COLLATE NOCASE NOT IN (SELECT name FROM pragma_table_xinfo('person')) UNION ALL SELECT name FROM sqlite_master WHERE tbl_name = 'person' COLLATE NOCASE AND type = 'index' AND sql IS NOT NULL AND name COLLATE NOCASE NOT IN ('person_email_score', 'person_name') UNION ALL SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'person' COLLATE NOCASE AND NOT (0) UNION ALL SELECT 'key' WHERE (SELECT count(DISTINCT id) FROM pragma_foreign_key_list('person')) > 1 UNION ALL SELECT 'key' WHERE (SELECT count(*) FROM pragma_index_list('person') WHERE origin = 'u') > 1 UNION ALL SELECT 'check' FROM sqlite_master WHERE tbl_name = 'person' COLLATE NOCASE AND type = 'table' AND (length(replace(replace(replace(lower(sql), ' ', ''), char(9), ''), char(10), '')) - length(replace(replace(replace(replace(lower(sql), ' ', ''), char(9), ''), char(10), ''), 'check(', ''))) / 6 > 0;
CREATE TABLE "helium_rebuilt_person" (
  "id" integer NOT NULL,
  "name" varchar(100) NOT NULL,
  "email" varchar(255),
  "score" decimal(10,2),
  "photo" blob,
  "account_id" integer,
  "note" varchar(400),
  PRIMARY KEY ("id"),
  CONSTRAINT "person_email_key" UNIQUE ("email"),
  CONSTRAINT "person_name_id" UNIQUE ("name", "id"),
  CONSTRAINT "person_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account" ("id")
);
INSERT INTO "helium_rebuilt_person" ("id", "name", "email", "score", "photo", "account_id", "note") SELECT "id", "name", "email", "score", "photo", "account_id", "note" FROM "person";
DROP TABLE "person";
ALTER TABLE "helium_rebuilt_person" RENAME TO "person";
CREATE INDEX "person_email_score" ON "person" ("email", "score");
CREATE INDEX "person_name" ON "person" ("name");
-- back
SELECT name FROM pragma_table_xinfo('person') WHERE hidden <> 1 AND name COLLATE NOCASE NOT IN ('id', 'name', 'email', 'score', 'photo', 'account_id', 'note') UNION ALL SELECT column1 FROM (VALUES ('id'), ('name'), ('email'), ('score'), ('photo'), ('account_id'), ('note')) WHERE column1 COLLATE NOCASE NOT IN (SELECT name FROM pragma_table_xinfo('person')) UNION ALL SELECT name FROM sqlite_master WHERE tbl_name = 'person' COLLATE NOCASE AND type = 'index' AND sql IS NOT NULL AND name COLLATE NOCASE NOT IN ('person_email_score', 'person_name') UNION ALL SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'person' COLLATE NOCASE AND NOT (0) UNION ALL SELECT 'key' WHERE (SELECT count(DISTINCT id) FROM pragma_foreign_key_list('person')) > 1 UNION ALL SELECT 'key' WHERE (SELECT count(*) FROM pragma_index_list('person') WHERE origin = 'u') > 2 UNION ALL SELECT 'check' FROM sqlite_master WHERE tbl_name = 'person' COLLATE NOCASE AND type = 'table' AND (length(replace(replace(replace(lower(sql), ' ', ''), char(9), ''), char(10), '')) - length(replace(replace(replace(replace(lower(sql), ' ', ''), char(9), ''), char(10), ''), 'check(', ''))) / 6 > 0;
CREATE TABLE "helium_rebuilt_person" (
  "id" integer NOT NULL,
  "name" varchar(100) NOT NULL,
  "email" varchar(255),
  "score" decimal(10,2),
  "photo" blob,
  "account_id" integer,
  "note" varchar(400),
  PRIMARY KEY ("id"),
  CONSTRAINT "person_email_key" UNIQUE ("email"),
  CONSTRAINT "person_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account" ("id")
);
INSERT INTO "helium_rebuilt_person" ("id", "name", "email", "score", "photo", "account_id", "note") SELECT "id", "name", "email", "score", "photo", "account_id", "note" FROM "person";
DROP TABLE "person";
ALTER TABLE "helium_rebuilt_person" RENAME TO "person";
CREATE INDEX "person_email_score" ON "person" ("email", "score");
CREATE INDEX "person_name" ON "person" ("name");

-- add_unique_index
CREATE UNIQUE INDEX "person_id_name" ON "person" ("id", "name");
-- back
DROP INDEX "person_id_name";

-- alter_column
SELECT name FROM pragma_table_xinfo('person') WHERE hidden <> 1 AND name COLLATE NOCASE NOT IN ('id', 'name', 'email', 'score', 'photo', 'account_id', 'note') UNION ALL SELECT column1 FROM (VALUES ('id'), ('name'), ('email'), ('score'), ('photo'), ('account_id'), ('note')) WHERE column1 COLLATE NOCASE NOT IN (SELECT name FROM pragma_table_xinfo('person')) UNION ALL SELECT name FROM sqlite_master WHERE tbl_name = 'person' COLLATE NOCASE AND type = 'index' AND sql IS NOT NULL AND name COLLATE NOCASE NOT IN ('person_email_score', 'person_name') UNION ALL SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'person' COLLATE NOCASE AND NOT (0) UNION ALL SELECT 'key' WHERE (SELECT count(DISTINCT id) FROM pragma_foreign_key_list('person')) > 1 UNION ALL SELECT 'key' WHERE (SELECT count(*) FROM pragma_index_list('person') WHERE origin = 'u') > 1 UNION ALL SELECT 'check' FROM sqlite_master WHERE tbl_name = 'person' COLLATE NOCASE AND type = 'table' AND (length(replace(replace(replace(lower(sql), ' ', ''), char(9), ''), char(10), '')) - length(replace(replace(replace(replace(lower(sql), ' ', ''), char(9), ''), char(10), ''), 'check(', ''))) / 6 > 0;
CREATE TABLE "helium_rebuilt_person" (
  "id" integer NOT NULL,
  "name" varchar(200) NOT NULL,
  "email" varchar(255),
  "score" decimal(10,2),
  "photo" blob,
  "account_id" integer,
  "note" varchar(400),
  PRIMARY KEY ("id"),
  CONSTRAINT "person_email_key" UNIQUE ("email"),
  CONSTRAINT "person_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account" ("id")
);
INSERT INTO "helium_rebuilt_person" ("id", "name", "email", "score", "photo", "account_id", "note") SELECT "id", "name", "email", "score", "photo", "account_id", "note" FROM "person";
DROP TABLE "person";
ALTER TABLE "helium_rebuilt_person" RENAME TO "person";
CREATE INDEX "person_email_score" ON "person" ("email", "score");
CREATE INDEX "person_name" ON "person" ("name");
SELECT name FROM pragma_table_xinfo('person') WHERE hidden <> 1 AND name COLLATE NOCASE NOT IN ('id', 'name', 'email', 'score', 'photo', 'account_id', 'note') UNION ALL SELECT column1 FROM (VALUES ('id'), ('name'), ('email'), ('score'), ('photo'), ('account_id'), ('note')) WHERE column1 COLLATE NOCASE NOT IN (SELECT name FROM pragma_table_xinfo('person')) UNION ALL SELECT name FROM sqlite_master WHERE tbl_name = 'person' COLLATE NOCASE AND type = 'index' AND sql IS NOT NULL AND name COLLATE NOCASE NOT IN ('person_email_score', 'person_name') UNION ALL SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'person' COLLATE NOCASE AND NOT (0) UNION ALL SELECT 'key' WHERE (SELECT count(DISTINCT id) FROM pragma_foreign_key_list('person')) > 1 UNION ALL SELECT 'key' WHERE (SELECT count(*) FROM pragma_index_list('person') WHERE origin = 'u') > 1 UNION ALL SELECT 'check' FROM sqlite_master WHERE tbl_name = 'person' COLLATE NOCASE AND type = 'table' AND (length(replace(replace(replace(lower(sql), ' ', ''), char(9), ''), char(10), '')) - length(replace(replace(replace(replace(lower(sql), ' ', ''), char(9), ''), char(10), ''), 'check(', ''))) / 6 > 0;
CREATE TABLE "helium_rebuilt_person" (
  "id" integer NOT NULL,
  "name" varchar(200) NOT NULL,
  "email" varchar(255),
  "score" decimal(10,2) DEFAULT 7,
  "photo" blob,
  "account_id" integer,
  "note" varchar(400),
  PRIMARY KEY ("id"),
  CONSTRAINT "person_email_key" UNIQUE ("email"),
  CONSTRAINT "person_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account" ("id")
);
INSERT INTO "helium_rebuilt_person" ("id", "name", "email", "score", "photo", "account_id", "note") SELECT "id", "name", "email", "score", "photo", "account_id", "note" FROM "person";
DROP TABLE "person";
ALTER TABLE "helium_rebuilt_person" RENAME TO "person";
CREATE INDEX "person_email_score" ON "person" ("email", "score");
CREATE INDEX "person_name" ON "person" ("name");
-- back
SELECT name FROM pragma_table_xinfo('person') WHERE hidden <> 1 AND name COLLATE NOCASE NOT IN ('id', 'name', 'email', 'score', 'photo', 'account_id', 'note') UNION ALL SELECT column1 FROM (VALUES ('id'), ('name'), ('email'), ('score'), ('photo'), ('account_id'), ('note')) WHERE column1 COLLATE NOCASE NOT IN (SELECT name FROM pragma_table_xinfo('person')) UNION ALL SELECT name FROM sqlite_master WHERE tbl_name = 'person' COLLATE NOCASE AND type = 'index' AND sql IS NOT NULL AND name COLLATE NOCASE NOT IN ('person_email_score', 'person_name') UNION ALL SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'person' COLLATE NOCASE AND NOT (0) UNION ALL SELECT 'key' WHERE (SELECT count(DISTINCT id) FROM pragma_foreign_key_list('person')) > 1 UNION ALL SELECT 'key' WHERE (SELECT count(*) FROM pragma_index_list('person') WHERE origin = 'u') > 1 UNION ALL SELECT 'check' FROM sqlite_master WHERE tbl_name = 'person' COLLATE NOCASE AND type = 'table' AND (length(replace(replace(replace(lower(sql), ' ', ''), char(9), ''), char(10), '')) - length(replace(replace(replace(replace(lower(sql), ' ', ''), char(9), ''), char(10), ''), 'check(', ''))) / 6 > 0;
CREATE TABLE "helium_rebuilt_person" (
  "id" integer NOT NULL,
  "name" varchar(200) NOT NULL,
  "email" varchar(255),
  "score" decimal(10,2),
  "photo" blob,
  "account_id" integer,
  "note" varchar(400),
  PRIMARY KEY ("id"),
  CONSTRAINT "person_email_key" UNIQUE ("email"),
  CONSTRAINT "person_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account" ("id")
);
INSERT INTO "helium_rebuilt_person" ("id", "name", "email", "score", "photo", "account_id", "note") SELECT "id", "name", "email", "score", "photo", "account_id", "note" FROM "person";
DROP TABLE "person";
ALTER TABLE "helium_rebuilt_person" RENAME TO "person";
CREATE INDEX "person_email_score" ON "person" ("email", "score");
CREATE INDEX "person_name" ON "person" ("name");
SELECT name FROM pragma_table_xinfo('person') WHERE hidden <> 1 AND name COLLATE NOCASE NOT IN ('id', 'name', 'email', 'score', 'photo', 'account_id', 'note') UNION ALL SELECT column1 FROM (VALUES ('id'), ('name'), ('email'), ('score'), ('photo'), ('account_id'), ('note')) WHERE column1 COLLATE NOCASE NOT IN (SELECT name FROM pragma_table_xinfo('person')) UNION ALL SELECT name FROM sqlite_master WHERE tbl_name = 'person' COLLATE NOCASE AND type = 'index' AND sql IS NOT NULL AND name COLLATE NOCASE NOT IN ('person_email_score', 'person_name') UNION ALL SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'person' COLLATE NOCASE AND NOT (0) UNION ALL SELECT 'key' WHERE (SELECT count(DISTINCT id) FROM pragma_foreign_key_list('person')) > 1 UNION ALL SELECT 'key' WHERE (SELECT count(*) FROM pragma_index_list('person') WHERE origin = 'u') > 1 UNION ALL SELECT 'check' FROM sqlite_master WHERE tbl_name = 'person' COLLATE NOCASE AND type = 'table' AND (length(replace(replace(replace(lower(sql), ' ', ''), char(9), ''), char(10), '')) - length(replace(replace(replace(replace(lower(sql), ' ', ''), char(9), ''), char(10), ''), 'check(', ''))) / 6 > 0;
CREATE TABLE "helium_rebuilt_person" (
  "id" integer NOT NULL,
  "name" varchar(100) NOT NULL,
  "email" varchar(255),
  "score" decimal(10,2),
  "photo" blob,
  "account_id" integer,
  "note" varchar(400),
  PRIMARY KEY ("id"),
  CONSTRAINT "person_email_key" UNIQUE ("email"),
  CONSTRAINT "person_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account" ("id")
);
INSERT INTO "helium_rebuilt_person" ("id", "name", "email", "score", "photo", "account_id", "note") SELECT "id", "name", "email", "score", "photo", "account_id", "note" FROM "person";
DROP TABLE "person";
ALTER TABLE "helium_rebuilt_person" RENAME TO "person";
CREATE INDEX "person_email_score" ON "person" ("email", "score");
CREATE INDEX "person_name" ON "person" ("name");

-- alter_column_by_expression
CREATE TABLE "helium_stash_ops_2_1" AS SELECT "id", "text" FROM "note";
SELECT name FROM pragma_table_xinfo('note') WHERE hidden <> 1 AND name COLLATE NOCASE NOT IN ('id', 'account_id', 'text') UNION ALL SELECT column1 FROM (VALUES ('id'), ('account_id'), ('text')) WHERE column1 COLLATE NOCASE NOT IN (SELECT name FROM pragma_table_xinfo('note')) UNION ALL SELECT name FROM sqlite_master WHERE tbl_name = 'note' COLLATE NOCASE AND type = 'index' AND sql IS NOT NULL AND name COLLATE NOCASE NOT IN ('note_account_id') UNION ALL SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'note' COLLATE NOCASE AND NOT (0) UNION ALL SELECT 'key' WHERE (SELECT count(DISTINCT id) FROM pragma_foreign_key_list('note')) > 0 UNION ALL SELECT 'key' WHERE (SELECT count(*) FROM pragma_index_list('note') WHERE origin = 'u') > 0 UNION ALL SELECT 'check' FROM sqlite_master WHERE tbl_name = 'note' COLLATE NOCASE AND type = 'table' AND (length(replace(replace(replace(lower(sql), ' ', ''), char(9), ''), char(10), '')) - length(replace(replace(replace(replace(lower(sql), ' ', ''), char(9), ''), char(10), ''), 'check(', ''))) / 6 > 0;
CREATE TABLE "helium_rebuilt_note" (
  "id" integer NOT NULL,
  "account_id" integer,
  "text" varchar(500),
  PRIMARY KEY ("id")
);
INSERT INTO "helium_rebuilt_note" ("id", "account_id", "text") SELECT "id", "account_id", substr(text, 1, 500) FROM "note";
DROP TABLE "note";
ALTER TABLE "helium_rebuilt_note" RENAME TO "note";
CREATE INDEX "note_account_id" ON "note" ("account_id");
CREATE TABLE "helium_stash_ops_2_1_2" AS SELECT "id", "text" FROM "note";
-- back
DELETE FROM "helium_stash_ops_2_1" WHERE EXISTS (SELECT 1 FROM "note" t JOIN "helium_stash_ops_2_1_2" s ON s."id" = t."id" WHERE t."id" = "helium_stash_ops_2_1"."id" AND (t."text" COLLATE BINARY IS NOT s."text" OR typeof(t."text") <> typeof(s."text")));
DROP TABLE "helium_stash_ops_2_1_2";
SELECT name FROM pragma_table_xinfo('note') WHERE hidden <> 1 AND name COLLATE NOCASE NOT IN ('id', 'account_id', 'text') UNION ALL SELECT column1 FROM (VALUES ('id'), ('account_id'), ('text')) WHERE column1 COLLATE NOCASE NOT IN (SELECT name FROM pragma_table_xinfo('note')) UNION ALL SELECT name FROM sqlite_master WHERE tbl_name = 'note' COLLATE NOCASE AND type = 'index' AND sql IS NOT NULL AND name COLLATE NOCASE NOT IN ('note_account_id') UNION ALL SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'note' COLLATE NOCASE AND NOT (0) UNION ALL SELECT 'key' WHERE (SELECT count(DISTINCT id) FROM pragma_foreign_key_list('note')) > 0 UNION ALL SELECT 'key' WHERE (SELECT count(*) FROM pragma_index_list('note') WHERE origin = 'u') > 0 UNION ALL SELECT 'check' FROM sqlite_master WHERE tbl_name = 'note' COLLATE NOCASE AND type = 'table' AND (length(replace(replace(replace(lower(sql), ' ', ''), char(9), ''), char(10), '')) - length(replace(replace(replace(replace(lower(sql), ' ', ''), char(9), ''), char(10), ''), 'check(', ''))) / 6 > 0;
CREATE TABLE "helium_rebuilt_note" (
  "id" integer NOT NULL,
  "account_id" integer,
  "text" varchar(400),
  PRIMARY KEY ("id")
);
INSERT INTO "helium_rebuilt_note" ("id", "account_id", "text") SELECT "id", "account_id", "text" FROM "note";
DROP TABLE "note";
ALTER TABLE "helium_rebuilt_note" RENAME TO "note";
CREATE INDEX "note_account_id" ON "note" ("account_id");
UPDATE OR ABORT "note" SET "text" = s."text" FROM "helium_stash_ops_2_1" s WHERE s."id" = "note"."id";
DROP TABLE "helium_stash_ops_2_1";

-- alter_column_lossy
CREATE TABLE "helium_stash_ops_2_1" AS SELECT "id", "score" FROM "person";
SELECT name FROM pragma_table_xinfo('person') WHERE hidden <> 1 AND name COLLATE NOCASE NOT IN ('id', 'name', 'email', 'score', 'photo', 'account_id', 'note') UNION ALL SELECT column1 FROM (VALUES ('id'), ('name'), ('email'), ('score'), ('photo'), ('account_id'), ('note')) WHERE column1 COLLATE NOCASE NOT IN (SELECT name FROM pragma_table_xinfo('person')) UNION ALL SELECT name FROM sqlite_master WHERE tbl_name = 'person' COLLATE NOCASE AND type = 'index' AND sql IS NOT NULL AND name COLLATE NOCASE NOT IN ('person_email_score', 'person_name') UNION ALL SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'person' COLLATE NOCASE AND NOT (0) UNION ALL SELECT 'key' WHERE (SELECT count(DISTINCT id) FROM pragma_foreign_key_list('person')) > 1 UNION ALL SELECT 'key' WHERE (SELECT count(*) FROM pragma_index_list('person') WHERE origin = 'u') > 1 UNION ALL SELECT 'check' FROM sqlite_master WHERE tbl_name = 'person' COLLATE NOCASE AND type = 'table' AND (length(replace(replace(replace(lower(sql), ' ', ''), char(9), ''), char(10), '')) - length(replace(replace(replace(replace(lower(sql), ' ', ''), char(9), ''), char(10), ''), 'check(', ''))) / 6 > 0;
CREATE TABLE "helium_rebuilt_person" (
  "id" integer NOT NULL,
  "name" varchar(100) NOT NULL,
  "email" varchar(255),
  "score" integer,
  "photo" blob,
  "account_id" integer,
  "note" varchar(400),
  PRIMARY KEY ("id"),
  CONSTRAINT "person_email_key" UNIQUE ("email"),
  CONSTRAINT "person_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account" ("id")
);
INSERT INTO "helium_rebuilt_person" ("id", "name", "email", "score", "photo", "account_id", "note") SELECT "id", "name", "email", "score", "photo", "account_id", "note" FROM "person";
DROP TABLE "person";
ALTER TABLE "helium_rebuilt_person" RENAME TO "person";
CREATE INDEX "person_email_score" ON "person" ("email", "score");
CREATE INDEX "person_name" ON "person" ("name");
CREATE TABLE "helium_stash_ops_2_1_2" AS SELECT "id", "score" FROM "person";
-- back
DELETE FROM "helium_stash_ops_2_1" WHERE EXISTS (SELECT 1 FROM "person" t JOIN "helium_stash_ops_2_1_2" s ON s."id" = t."id" WHERE t."id" = "helium_stash_ops_2_1"."id" AND (t."score" COLLATE BINARY IS NOT s."score" OR typeof(t."score") <> typeof(s."score")));
DROP TABLE "helium_stash_ops_2_1_2";
SELECT name FROM pragma_table_xinfo('person') WHERE hidden <> 1 AND name COLLATE NOCASE NOT IN ('id', 'name', 'email', 'score', 'photo', 'account_id', 'note') UNION ALL SELECT column1 FROM (VALUES ('id'), ('name'), ('email'), ('score'), ('photo'), ('account_id'), ('note')) WHERE column1 COLLATE NOCASE NOT IN (SELECT name FROM pragma_table_xinfo('person')) UNION ALL SELECT name FROM sqlite_master WHERE tbl_name = 'person' COLLATE NOCASE AND type = 'index' AND sql IS NOT NULL AND name COLLATE NOCASE NOT IN ('person_email_score', 'person_name') UNION ALL SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'person' COLLATE NOCASE AND NOT (0) UNION ALL SELECT 'key' WHERE (SELECT count(DISTINCT id) FROM pragma_foreign_key_list('person')) > 1 UNION ALL SELECT 'key' WHERE (SELECT count(*) FROM pragma_index_list('person') WHERE origin = 'u') > 1 UNION ALL SELECT 'check' FROM sqlite_master WHERE tbl_name = 'person' COLLATE NOCASE AND type = 'table' AND (length(replace(replace(replace(lower(sql), ' ', ''), char(9), ''), char(10), '')) - length(replace(replace(replace(replace(lower(sql), ' ', ''), char(9), ''), char(10), ''), 'check(', ''))) / 6 > 0;
CREATE TABLE "helium_rebuilt_person" (
  "id" integer NOT NULL,
  "name" varchar(100) NOT NULL,
  "email" varchar(255),
  "score" decimal(10,2),
  "photo" blob,
  "account_id" integer,
  "note" varchar(400),
  PRIMARY KEY ("id"),
  CONSTRAINT "person_email_key" UNIQUE ("email"),
  CONSTRAINT "person_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account" ("id")
);
INSERT INTO "helium_rebuilt_person" ("id", "name", "email", "score", "photo", "account_id", "note") SELECT "id", "name", "email", "score", "photo", "account_id", "note" FROM "person";
DROP TABLE "person";
ALTER TABLE "helium_rebuilt_person" RENAME TO "person";
CREATE INDEX "person_email_score" ON "person" ("email", "score");
CREATE INDEX "person_name" ON "person" ("name");
UPDATE OR ABORT "person" SET "score" = s."score" FROM "helium_stash_ops_2_1" s WHERE s."id" = "person"."id";
DROP TABLE "helium_stash_ops_2_1";

-- alter_column_null
SELECT name FROM pragma_table_xinfo('person') WHERE hidden <> 1 AND name COLLATE NOCASE NOT IN ('id', 'name', 'email', 'score', 'photo', 'account_id', 'note') UNION ALL SELECT column1 FROM (VALUES ('id'), ('name'), ('email'), ('score'), ('photo'), ('account_id'), ('note')) WHERE column1 COLLATE NOCASE NOT IN (SELECT name FROM pragma_table_xinfo('person')) UNION ALL SELECT name FROM sqlite_master WHERE tbl_name = 'person' COLLATE NOCASE AND type = 'index' AND sql IS NOT NULL AND name COLLATE NOCASE NOT IN ('person_email_score', 'person_name') UNION ALL SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'person' COLLATE NOCASE AND NOT (0) UNION ALL SELECT 'key' WHERE (SELECT count(DISTINCT id) FROM pragma_foreign_key_list('person')) > 1 UNION ALL SELECT 'key' WHERE (SELECT count(*) FROM pragma_index_list('person') WHERE origin = 'u') > 1 UNION ALL SELECT 'check' FROM sqlite_master WHERE tbl_name = 'person' COLLATE NOCASE AND type = 'table' AND (length(replace(replace(replace(lower(sql), ' ', ''), char(9), ''), char(10), '')) - length(replace(replace(replace(replace(lower(sql), ' ', ''), char(9), ''), char(10), ''), 'check(', ''))) / 6 > 0;
CREATE TABLE "helium_rebuilt_person" (
  "id" integer NOT NULL,
  "name" varchar(100),
  "email" varchar(255),
  "score" decimal(10,2),
  "photo" blob,
  "account_id" integer,
  "note" varchar(400),
  PRIMARY KEY ("id"),
  CONSTRAINT "person_email_key" UNIQUE ("email"),
  CONSTRAINT "person_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account" ("id")
);
INSERT INTO "helium_rebuilt_person" ("id", "name", "email", "score", "photo", "account_id", "note") SELECT "id", "name", "email", "score", "photo", "account_id", "note" FROM "person";
DROP TABLE "person";
ALTER TABLE "helium_rebuilt_person" RENAME TO "person";
CREATE INDEX "person_email_score" ON "person" ("email", "score");
CREATE INDEX "person_name" ON "person" ("name");
-- back
SELECT name FROM pragma_table_xinfo('person') WHERE hidden <> 1 AND name COLLATE NOCASE NOT IN ('id', 'name', 'email', 'score', 'photo', 'account_id', 'note') UNION ALL SELECT column1 FROM (VALUES ('id'), ('name'), ('email'), ('score'), ('photo'), ('account_id'), ('note')) WHERE column1 COLLATE NOCASE NOT IN (SELECT name FROM pragma_table_xinfo('person')) UNION ALL SELECT name FROM sqlite_master WHERE tbl_name = 'person' COLLATE NOCASE AND type = 'index' AND sql IS NOT NULL AND name COLLATE NOCASE NOT IN ('person_email_score', 'person_name') UNION ALL SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'person' COLLATE NOCASE AND NOT (0) UNION ALL SELECT 'key' WHERE (SELECT count(DISTINCT id) FROM pragma_foreign_key_list('person')) > 1 UNION ALL SELECT 'key' WHERE (SELECT count(*) FROM pragma_index_list('person') WHERE origin = 'u') > 1 UNION ALL SELECT 'check' FROM sqlite_master WHERE tbl_name = 'person' COLLATE NOCASE AND type = 'table' AND (length(replace(replace(replace(lower(sql), ' ', ''), char(9), ''), char(10), '')) - length(replace(replace(replace(replace(lower(sql), ' ', ''), char(9), ''), char(10), ''), 'check(', ''))) / 6 > 0;
CREATE TABLE "helium_rebuilt_person" (
  "id" integer NOT NULL,
  "name" varchar(100) NOT NULL,
  "email" varchar(255),
  "score" decimal(10,2),
  "photo" blob,
  "account_id" integer,
  "note" varchar(400),
  PRIMARY KEY ("id"),
  CONSTRAINT "person_email_key" UNIQUE ("email"),
  CONSTRAINT "person_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account" ("id")
);
INSERT INTO "helium_rebuilt_person" ("id", "name", "email", "score", "photo", "account_id", "note") SELECT "id", "name", "email", "score", "photo", "account_id", "note" FROM "person";
DROP TABLE "person";
ALTER TABLE "helium_rebuilt_person" RENAME TO "person";
CREATE INDEX "person_email_score" ON "person" ("email", "score");
CREATE INDEX "person_name" ON "person" ("name");

-- backfill
CREATE TABLE "helium_stash_ops_2_1" AS SELECT "id", "score" FROM "person" WHERE "score" IS NULL;
UPDATE "person" SET "score" = 0 WHERE ("person"."id") IN (SELECT "id" FROM "helium_stash_ops_2_1");
-- back
SELECT s."id" FROM "helium_stash_ops_2_1" s LEFT JOIN "person" t ON t."id" = s."id" WHERE t."id" IS NULL;
UPDATE OR ABORT "person" SET "score" = s."score" FROM "helium_stash_ops_2_1" s WHERE s."id" = "person"."id";
DROP TABLE "helium_stash_ops_2_1";

-- copy
CREATE TABLE "helium_stash_ops_2_1" AS SELECT "id", "title" FROM "account" WHERE 1 = 0;
INSERT INTO "helium_stash_ops_2_1" ("id", "title") SELECT id + 10000, text FROM note WHERE id <= 20;
INSERT INTO "account" ("id", "title") SELECT "id", "title" FROM "helium_stash_ops_2_1";
-- back
SELECT s."id" FROM "helium_stash_ops_2_1" s LEFT JOIN "account" t ON t."id" = s."id" WHERE t."id" IS NULL;
DELETE FROM "account" WHERE ("account"."id") IN (SELECT "id" FROM "helium_stash_ops_2_1");
DROP TABLE "helium_stash_ops_2_1";

-- create_table
CREATE TABLE "visit" (
  "id" integer PRIMARY KEY AUTOINCREMENT NOT NULL,
  "person_id" integer,
  "place" varchar(80) NOT NULL DEFAULT '',
  "price" decimal(10,2),
  "ticket" varchar(20),
  CONSTRAINT "visit_ticket_key" UNIQUE ("ticket"),
  CONSTRAINT "visit_price_check" CHECK (price >= 0),
  CONSTRAINT "visit_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person" ("id") ON DELETE CASCADE
);
CREATE INDEX "visit_place" ON "visit" ("place", "id" DESC);
INSERT INTO "visit" ("id", "place", "price") VALUES (7, 'Zürich', 1.50);
-- back
DELETE FROM "visit" WHERE "id" = 7;
SELECT name FROM pragma_table_xinfo('visit') WHERE hidden <> 1 AND name COLLATE NOCASE NOT IN ('id', 'person_id', 'place', 'price', 'ticket') UNION ALL SELECT column1 FROM (VALUES ('id'), ('person_id'), ('place'), ('price'), ('ticket')) WHERE column1 COLLATE NOCASE NOT IN (SELECT name FROM pragma_table_xinfo('visit')) UNION ALL SELECT name FROM sqlite_master WHERE tbl_name = 'visit' COLLATE NOCASE AND type = 'index' AND sql IS NOT NULL AND name COLLATE NOCASE NOT IN ('visit_place') UNION ALL SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'visit' COLLATE NOCASE AND NOT (0) UNION ALL SELECT 'key' WHERE (SELECT count(DISTINCT id) FROM pragma_foreign_key_list('visit')) > 1 UNION ALL SELECT 'key' WHERE (SELECT count(*) FROM pragma_index_list('visit') WHERE origin = 'u') > 1 UNION ALL SELECT 'check' FROM sqlite_master WHERE tbl_name = 'visit' COLLATE NOCASE AND type = 'table' AND (length(replace(replace(replace(lower(sql), ' ', ''), char(9), ''), char(10), '')) - length(replace(replace(replace(replace(lower(sql), ' ', ''), char(9), ''), char(10), ''), 'check(', ''))) / 6 > 1;
CREATE TABLE "helium_rebuilt_visit" (
  "id" integer PRIMARY KEY AUTOINCREMENT NOT NULL,
  "person_id" integer,
  "place" varchar(80) NOT NULL DEFAULT '',
  "price" decimal(10,2),
  "ticket" varchar(20),
  CONSTRAINT "visit_ticket_key" UNIQUE ("ticket"),
  CONSTRAINT "visit_price_check" CHECK (price >= 0)
);
INSERT INTO "helium_rebuilt_visit" ("id", "person_id", "place", "price", "ticket") SELECT "id", "person_id", "place", "price", "ticket" FROM "visit";
UPDATE sqlite_sequence SET seq = (SELECT seq FROM sqlite_sequence WHERE name = 'visit') WHERE name = 'helium_rebuilt_visit' AND EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = 'visit');
DROP TABLE "visit";
ALTER TABLE "helium_rebuilt_visit" RENAME TO "visit";
ALTER TABLE "visit" RENAME TO "helium_stash_ops_2_1";
SELECT name FROM sqlite_schema WHERE tbl_name <> 'helium_stash_ops_2_1' AND instr(sql, '"helium_stash_ops_2_1"') > 0;

-- create_trigger
CREATE TRIGGER note_kept BEFORE DELETE ON note BEGIN SELECT 1; END;
-- back
DROP TRIGGER "note_kept";

-- create_view
CREATE VIEW "names" AS SELECT id, name FROM person;
-- back
DROP VIEW "names";

-- delete
CREATE TABLE "helium_stash_ops_2_1" AS SELECT "id", "account_id", "text" FROM "note" WHERE id > 500;
DELETE FROM "note" WHERE ("note"."id") IN (SELECT "id" FROM "helium_stash_ops_2_1");
-- back
SELECT "id" FROM "helium_stash_ops_2_1" s WHERE EXISTS (SELECT 1 FROM "note" t WHERE t."id" = s."id");
INSERT OR ABORT INTO "note" ("id", "account_id", "text") SELECT "id", "account_id", "text" FROM "helium_stash_ops_2_1" s WHERE NOT EXISTS (SELECT 1 FROM "note" t WHERE t."id" = s."id");
DROP TABLE "helium_stash_ops_2_1";

-- drop_blob_column
CREATE TABLE "helium_stash_ops_2_1" AS SELECT "id", "photo" FROM "person";
ALTER TABLE "person" DROP COLUMN "photo";
-- back
SELECT name FROM pragma_table_xinfo('person') WHERE hidden <> 1 AND name COLLATE NOCASE NOT IN ('id', 'name', 'email', 'score', 'account_id', 'note') UNION ALL SELECT column1 FROM (VALUES ('id'), ('name'), ('email'), ('score'), ('account_id'), ('note')) WHERE column1 COLLATE NOCASE NOT IN (SELECT name FROM pragma_table_xinfo('person')) UNION ALL SELECT name FROM sqlite_master WHERE tbl_name = 'person' COLLATE NOCASE AND type = 'index' AND sql IS NOT NULL AND name COLLATE NOCASE NOT IN ('person_email_score', 'person_name') UNION ALL SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'person' COLLATE NOCASE AND NOT (0) UNION ALL SELECT 'key' WHERE (SELECT count(DISTINCT id) FROM pragma_foreign_key_list('person')) > 1 UNION ALL SELECT 'key' WHERE (SELECT count(*) FROM pragma_index_list('person') WHERE origin = 'u') > 1 UNION ALL SELECT 'check' FROM sqlite_master WHERE tbl_name = 'person' COLLATE NOCASE AND type = 'table' AND (length(replace(replace(replace(lower(sql), ' ', ''), char(9), ''), char(10), '')) - length(replace(replace(replace(replace(lower(sql), ' ', ''), char(9), ''), char(10), ''), 'check(', ''))) / 6 > 0;
CREATE TABLE "helium_rebuilt_person" (
  "id" integer NOT NULL,
  "name" varchar(100) NOT NULL,
  "email" varchar(255),
  "score" decimal(10,2),
  "photo" blob,
  "account_id" integer,
  "note" varchar(400),
  PRIMARY KEY ("id"),
  CONSTRAINT "person_email_key" UNIQUE ("email"),
  CONSTRAINT "person_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account" ("id")
);
INSERT INTO "helium_rebuilt_person" ("id", "name", "email", "score", "account_id", "note") SELECT "id", "name", "email", "score", "account_id", "note" FROM "person";
DROP TABLE "person";
ALTER TABLE "helium_rebuilt_person" RENAME TO "person";
CREATE INDEX "person_email_score" ON "person" ("email", "score");
CREATE INDEX "person_name" ON "person" ("name");
UPDATE OR ABORT "person" SET "photo" = s."photo" FROM "helium_stash_ops_2_1" s WHERE s."id" = "person"."id";
SELECT s."id" FROM "helium_stash_ops_2_1" s LEFT JOIN "person" t ON t."id" = s."id" WHERE t."id" IS NULL AND s."photo" IS NOT NULL;
DROP TABLE "helium_stash_ops_2_1";

-- drop_column
CREATE TABLE "helium_stash_ops_2_1" AS SELECT "id", "score" FROM "person";
SELECT name FROM pragma_table_xinfo('person') WHERE hidden <> 1 AND name COLLATE NOCASE NOT IN ('id', 'name', 'email', 'score', 'photo', 'account_id', 'note') UNION ALL SELECT column1 FROM (VALUES ('id'), ('name'), ('email'), ('score'), ('photo'), ('account_id'), ('note')) WHERE column1 COLLATE NOCASE NOT IN (SELECT name FROM pragma_table_xinfo('person')) UNION ALL SELECT name FROM sqlite_master WHERE tbl_name = 'person' COLLATE NOCASE AND type = 'index' AND sql IS NOT NULL AND name COLLATE NOCASE NOT IN ('person_email_score', 'person_name') UNION ALL SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'person' COLLATE NOCASE AND NOT (0) UNION ALL SELECT 'key' WHERE (SELECT count(DISTINCT id) FROM pragma_foreign_key_list('person')) > 1 UNION ALL SELECT 'key' WHERE (SELECT count(*) FROM pragma_index_list('person') WHERE origin = 'u') > 1 UNION ALL SELECT 'check' FROM sqlite_master WHERE tbl_name = 'person' COLLATE NOCASE AND type = 'table' AND (length(replace(replace(replace(lower(sql), ' ', ''), char(9), ''), char(10), '')) - length(replace(replace(replace(replace(lower(sql), ' ', ''), char(9), ''), char(10), ''), 'check(', ''))) / 6 > 0;
CREATE TABLE "helium_rebuilt_person" (
  "id" integer NOT NULL,
  "name" varchar(100) NOT NULL,
  "email" varchar(255),
  "photo" blob,
  "account_id" integer,
  "note" varchar(400),
  PRIMARY KEY ("id"),
  CONSTRAINT "person_email_key" UNIQUE ("email"),
  CONSTRAINT "person_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account" ("id")
);
INSERT INTO "helium_rebuilt_person" ("id", "name", "email", "photo", "account_id", "note") SELECT "id", "name", "email", "photo", "account_id", "note" FROM "person";
DROP TABLE "person";
ALTER TABLE "helium_rebuilt_person" RENAME TO "person";
CREATE INDEX "person_name" ON "person" ("name");
-- back
SELECT name FROM pragma_table_xinfo('person') WHERE hidden <> 1 AND name COLLATE NOCASE NOT IN ('id', 'name', 'email', 'photo', 'account_id', 'note') UNION ALL SELECT column1 FROM (VALUES ('id'), ('name'), ('email'), ('photo'), ('account_id'), ('note')) WHERE column1 COLLATE NOCASE NOT IN (SELECT name FROM pragma_table_xinfo('person')) UNION ALL SELECT name FROM sqlite_master WHERE tbl_name = 'person' COLLATE NOCASE AND type = 'index' AND sql IS NOT NULL AND name COLLATE NOCASE NOT IN ('person_name') UNION ALL SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'person' COLLATE NOCASE AND NOT (0) UNION ALL SELECT 'key' WHERE (SELECT count(DISTINCT id) FROM pragma_foreign_key_list('person')) > 1 UNION ALL SELECT 'key' WHERE (SELECT count(*) FROM pragma_index_list('person') WHERE origin = 'u') > 1 UNION ALL SELECT 'check' FROM sqlite_master WHERE tbl_name = 'person' COLLATE NOCASE AND type = 'table' AND (length(replace(replace(replace(lower(sql), ' ', ''), char(9), ''), char(10), '')) - length(replace(replace(replace(replace(lower(sql), ' ', ''), char(9), ''), char(10), ''), 'check(', ''))) / 6 > 0;
CREATE TABLE "helium_rebuilt_person" (
  "id" integer NOT NULL,
  "name" varchar(100) NOT NULL,
  "email" varchar(255),
  "score" decimal(10,2),
  "photo" blob,
  "account_id" integer,
  "note" varchar(400),
  PRIMARY KEY ("id"),
  CONSTRAINT "person_email_key" UNIQUE ("email"),
  CONSTRAINT "person_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account" ("id")
);
INSERT INTO "helium_rebuilt_person" ("id", "name", "email", "photo", "account_id", "note") SELECT "id", "name", "email", "photo", "account_id", "note" FROM "person";
DROP TABLE "person";
ALTER TABLE "helium_rebuilt_person" RENAME TO "person";
CREATE INDEX "person_name" ON "person" ("name");
UPDATE OR ABORT "person" SET "score" = s."score" FROM "helium_stash_ops_2_1" s WHERE s."id" = "person"."id";
SELECT s."id" FROM "helium_stash_ops_2_1" s LEFT JOIN "person" t ON t."id" = s."id" WHERE t."id" IS NULL AND s."score" IS NOT NULL;
CREATE INDEX "person_email_score" ON "person" ("email", "score");
DROP TABLE "helium_stash_ops_2_1";

-- drop_column_each
DROP INDEX "person_email_score";
ALTER TABLE "person" RENAME COLUMN "score" TO "helium_stash_ops_2_1";
CREATE TABLE "helium_stash_ops_2_1" AS SELECT "id", "helium_stash_ops_2_1" AS "score" FROM "person";
ALTER TABLE "person" DROP COLUMN "helium_stash_ops_2_1";
-- back
SELECT name FROM pragma_table_xinfo('person') WHERE hidden <> 1 AND name COLLATE NOCASE NOT IN ('id', 'name', 'email', 'photo', 'account_id', 'note') UNION ALL SELECT column1 FROM (VALUES ('id'), ('name'), ('email'), ('photo'), ('account_id'), ('note')) WHERE column1 COLLATE NOCASE NOT IN (SELECT name FROM pragma_table_xinfo('person')) UNION ALL SELECT name FROM sqlite_master WHERE tbl_name = 'person' COLLATE NOCASE AND type = 'index' AND sql IS NOT NULL AND name COLLATE NOCASE NOT IN ('person_name') UNION ALL SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'person' COLLATE NOCASE AND NOT (0) UNION ALL SELECT 'key' WHERE (SELECT count(DISTINCT id) FROM pragma_foreign_key_list('person')) > 1 UNION ALL SELECT 'key' WHERE (SELECT count(*) FROM pragma_index_list('person') WHERE origin = 'u') > 1 UNION ALL SELECT 'check' FROM sqlite_master WHERE tbl_name = 'person' COLLATE NOCASE AND type = 'table' AND (length(replace(replace(replace(lower(sql), ' ', ''), char(9), ''), char(10), '')) - length(replace(replace(replace(replace(lower(sql), ' ', ''), char(9), ''), char(10), ''), 'check(', ''))) / 6 > 0;
CREATE TABLE "helium_rebuilt_person" (
  "id" integer NOT NULL,
  "name" varchar(100) NOT NULL,
  "email" varchar(255),
  "helium_stash_ops_2_1" decimal(10,2),
  "photo" blob,
  "account_id" integer,
  "note" varchar(400),
  PRIMARY KEY ("id"),
  CONSTRAINT "person_email_key" UNIQUE ("email"),
  CONSTRAINT "person_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account" ("id")
);
INSERT INTO "helium_rebuilt_person" ("id", "name", "email", "photo", "account_id", "note") SELECT "id", "name", "email", "photo", "account_id", "note" FROM "person";
DROP TABLE "person";
ALTER TABLE "helium_rebuilt_person" RENAME TO "person";
CREATE INDEX "person_name" ON "person" ("name");
UPDATE OR ABORT "person" SET "helium_stash_ops_2_1" = s."score" FROM "helium_stash_ops_2_1" s WHERE s."id" = "person"."id";
SELECT s."id" FROM "helium_stash_ops_2_1" s LEFT JOIN "person" t ON t."id" = s."id" WHERE t."id" IS NULL AND s."score" IS NOT NULL;
DROP TABLE "helium_stash_ops_2_1";
ALTER TABLE "person" RENAME COLUMN "helium_stash_ops_2_1" TO "score";
CREATE INDEX "person_email_score" ON "person" ("email", "score");

-- drop_column_each_with_all_that_stands_on_it
SELECT name FROM pragma_table_xinfo('person') WHERE hidden <> 1 AND name COLLATE NOCASE NOT IN ('id', 'name', 'email', 'score', 'photo', 'account_id', 'note') UNION ALL SELECT column1 FROM (VALUES ('id'), ('name'), ('email'), ('score'), ('photo'), ('account_id'), ('note')) WHERE column1 COLLATE NOCASE NOT IN (SELECT name FROM pragma_table_xinfo('person')) UNION ALL SELECT name FROM sqlite_master WHERE tbl_name = 'person' COLLATE NOCASE AND type = 'index' AND sql IS NOT NULL AND name COLLATE NOCASE NOT IN ('person_email_score', 'person_name') UNION ALL SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'person' COLLATE NOCASE AND NOT (0) UNION ALL SELECT 'key' WHERE (SELECT count(DISTINCT id) FROM pragma_foreign_key_list('person')) > 1 UNION ALL SELECT 'key' WHERE (SELECT count(*) FROM pragma_index_list('person') WHERE origin = 'u') > 1 UNION ALL SELECT 'check' FROM sqlite_master WHERE tbl_name = 'person' COLLATE NOCASE AND type = 'table' AND (length(replace(replace(replace(lower(sql), ' ', ''), char(9), ''), char(10), '')) - length(replace(replace(replace(replace(lower(sql), ' ', ''), char(9), ''), char(10), ''), 'check(', ''))) / 6 > 0;
CREATE TABLE "helium_rebuilt_person" (
  "id" integer NOT NULL,
  "name" varchar(100) NOT NULL,
  "helium_stash_ops_2_1" varchar(255),
  "score" decimal(10,2),
  "photo" blob,
  "account_id" integer,
  "note" varchar(400),
  PRIMARY KEY ("id"),
  CONSTRAINT "person_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account" ("id")
);
INSERT INTO "helium_rebuilt_person" ("id", "name", "helium_stash_ops_2_1", "score", "photo", "account_id", "note") SELECT "id", "name", "email", "score", "photo", "account_id", "note" FROM "person";
DROP TABLE "person";
ALTER TABLE "helium_rebuilt_person" RENAME TO "person";
CREATE INDEX "person_name" ON "person" ("name");
CREATE TABLE "helium_stash_ops_2_1" AS SELECT "id", "helium_stash_ops_2_1" AS "email" FROM "person";
ALTER TABLE "person" DROP COLUMN "helium_stash_ops_2_1";
SELECT name FROM pragma_table_xinfo('person') WHERE hidden <> 1 AND name COLLATE NOCASE NOT IN ('id', 'name', 'score', 'photo', 'account_id', 'note') UNION ALL SELECT column1 FROM (VALUES ('id'), ('name'), ('score'), ('photo'), ('account_id'), ('note')) WHERE column1 COLLATE NOCASE NOT IN (SELECT name FROM pragma_table_xinfo('person')) UNION ALL SELECT name FROM sqlite_master WHERE tbl_name = 'person' COLLATE NOCASE AND type = 'index' AND sql IS NOT NULL AND name COLLATE NOCASE NOT IN ('person_name') UNION ALL SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'person' COLLATE NOCASE AND NOT (0) UNION ALL SELECT 'key' WHERE (SELECT count(DISTINCT id) FROM pragma_foreign_key_list('person')) > 1 UNION ALL SELECT 'key' WHERE (SELECT count(*) FROM pragma_index_list('person') WHERE origin = 'u') > 0 UNION ALL SELECT 'check' FROM sqlite_master WHERE tbl_name = 'person' COLLATE NOCASE AND type = 'table' AND (length(replace(replace(replace(lower(sql), ' ', ''), char(9), ''), char(10), '')) - length(replace(replace(replace(replace(lower(sql), ' ', ''), char(9), ''), char(10), ''), 'check(', ''))) / 6 > 0;
CREATE TABLE "helium_rebuilt_person" (
  "id" integer NOT NULL,
  "name" varchar(100) NOT NULL,
  "score" decimal(10,2),
  "photo" blob,
  "helium_stash_ops_2_2" integer,
  "note" varchar(400),
  PRIMARY KEY ("id")
);
INSERT INTO "helium_rebuilt_person" ("id", "name", "score", "photo", "helium_stash_ops_2_2", "note") SELECT "id", "name", "score", "photo", "account_id", "note" FROM "person";
DROP TABLE "person";
ALTER TABLE "helium_rebuilt_person" RENAME TO "person";
CREATE INDEX "person_name" ON "person" ("name");
CREATE TABLE "helium_stash_ops_2_2" AS SELECT "id", "helium_stash_ops_2_2" AS "account_id" FROM "person";
ALTER TABLE "person" DROP COLUMN "helium_stash_ops_2_2";
-- back
SELECT name FROM pragma_table_xinfo('person') WHERE hidden <> 1 AND name COLLATE NOCASE NOT IN ('id', 'name', 'score', 'photo', 'note') UNION ALL SELECT column1 FROM (VALUES ('id'), ('name'), ('score'), ('photo'), ('note')) WHERE column1 COLLATE NOCASE NOT IN (SELECT name FROM pragma_table_xinfo('person')) UNION ALL SELECT name FROM sqlite_master WHERE tbl_name = 'person' COLLATE NOCASE AND type = 'index' AND sql IS NOT NULL AND name COLLATE NOCASE NOT IN ('person_name') UNION ALL SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'person' COLLATE NOCASE AND NOT (0) UNION ALL SELECT 'key' WHERE (SELECT count(DISTINCT id) FROM pragma_foreign_key_list('person')) > 0 UNION ALL SELECT 'key' WHERE (SELECT count(*) FROM pragma_index_list('person') WHERE origin = 'u') > 0 UNION ALL SELECT 'check' FROM sqlite_master WHERE tbl_name = 'person' COLLATE NOCASE AND type = 'table' AND (length(replace(replace(replace(lower(sql), ' ', ''), char(9), ''), char(10), '')) - length(replace(replace(replace(replace(lower(sql), ' ', ''), char(9), ''), char(10), ''), 'check(', ''))) / 6 > 0;
CREATE TABLE "helium_rebuilt_person" (
  "id" integer NOT NULL,
  "name" varchar(100) NOT NULL,
  "score" decimal(10,2),
  "photo" blob,
  "helium_stash_ops_2_2" integer,
  "note" varchar(400),
  PRIMARY KEY ("id")
);
INSERT INTO "helium_rebuilt_person" ("id", "name", "score", "photo", "note") SELECT "id", "name", "score", "photo", "note" FROM "person";
DROP TABLE "person";
ALTER TABLE "helium_rebuilt_person" RENAME TO "person";
CREATE INDEX "person_name" ON "person" ("name");
UPDATE OR ABORT "person" SET "helium_stash_ops_2_2" = s."account_id" FROM "helium_stash_ops_2_2" s WHERE s."id" = "person"."id";
SELECT s."id" FROM "helium_stash_ops_2_2" s LEFT JOIN "person" t ON t."id" = s."id" WHERE t."id" IS NULL AND s."account_id" IS NOT NULL;
DROP TABLE "helium_stash_ops_2_2";
SELECT name FROM pragma_table_xinfo('person') WHERE hidden <> 1 AND name COLLATE NOCASE NOT IN ('id', 'name', 'score', 'photo', 'helium_stash_ops_2_2', 'note') UNION ALL SELECT column1 FROM (VALUES ('id'), ('name'), ('score'), ('photo'), ('helium_stash_ops_2_2'), ('note')) WHERE column1 COLLATE NOCASE NOT IN (SELECT name FROM pragma_table_xinfo('person')) UNION ALL SELECT name FROM sqlite_master WHERE tbl_name = 'person' COLLATE NOCASE AND type = 'index' AND sql IS NOT NULL AND name COLLATE NOCASE NOT IN ('person_name') UNION ALL SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'person' COLLATE NOCASE AND NOT (0) UNION ALL SELECT 'key' WHERE (SELECT count(DISTINCT id) FROM pragma_foreign_key_list('person')) > 0 UNION ALL SELECT 'key' WHERE (SELECT count(*) FROM pragma_index_list('person') WHERE origin = 'u') > 0 UNION ALL SELECT 'check' FROM sqlite_master WHERE tbl_name = 'person' COLLATE NOCASE AND type = 'table' AND (length(replace(replace(replace(lower(sql), ' ', ''), char(9), ''), char(10), '')) - length(replace(replace(replace(replace(lower(sql), ' ', ''), char(9), ''), char(10), ''), 'check(', ''))) / 6 > 0;
CREATE TABLE "helium_rebuilt_person" (
  "id" integer NOT NULL,
  "name" varchar(100) NOT NULL,
  "score" decimal(10,2),
  "photo" blob,
  "account_id" integer,
  "note" varchar(400),
  PRIMARY KEY ("id"),
  CONSTRAINT "person_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account" ("id")
);
INSERT INTO "helium_rebuilt_person" ("id", "name", "score", "photo", "account_id", "note") SELECT "id", "name", "score", "photo", "helium_stash_ops_2_2", "note" FROM "person";
DROP TABLE "person";
ALTER TABLE "helium_rebuilt_person" RENAME TO "person";
CREATE INDEX "person_name" ON "person" ("name");
SELECT name FROM pragma_table_xinfo('person') WHERE hidden <> 1 AND name COLLATE NOCASE NOT IN ('id', 'name', 'score', 'photo', 'account_id', 'note') UNION ALL SELECT column1 FROM (VALUES ('id'), ('name'), ('score'), ('photo'), ('account_id'), ('note')) WHERE column1 COLLATE NOCASE NOT IN (SELECT name FROM pragma_table_xinfo('person')) UNION ALL SELECT name FROM sqlite_master WHERE tbl_name = 'person' COLLATE NOCASE AND type = 'index' AND sql IS NOT NULL AND name COLLATE NOCASE NOT IN ('person_name') UNION ALL SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'person' COLLATE NOCASE AND NOT (0) UNION ALL SELECT 'key' WHERE (SELECT count(DISTINCT id) FROM pragma_foreign_key_list('person')) > 1 UNION ALL SELECT 'key' WHERE (SELECT count(*) FROM pragma_index_list('person') WHERE origin = 'u') > 0 UNION ALL SELECT 'check' FROM sqlite_master WHERE tbl_name = 'person' COLLATE NOCASE AND type = 'table' AND (length(replace(replace(replace(lower(sql), ' ', ''), char(9), ''), char(10), '')) - length(replace(replace(replace(replace(lower(sql), ' ', ''), char(9), ''), char(10), ''), 'check(', ''))) / 6 > 0;
CREATE TABLE "helium_rebuilt_person" (
  "id" integer NOT NULL,
  "name" varchar(100) NOT NULL,
  "helium_stash_ops_2_1" varchar(255),
  "score" decimal(10,2),
  "photo" blob,
  "account_id" integer,
  "note" varchar(400),
  PRIMARY KEY ("id"),
  CONSTRAINT "person_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account" ("id")
);
INSERT INTO "helium_rebuilt_person" ("id", "name", "score", "photo", "account_id", "note") SELECT "id", "name", "score", "photo", "account_id", "note" FROM "person";
DROP TABLE "person";
ALTER TABLE "helium_rebuilt_person" RENAME TO "person";
CREATE INDEX "person_name" ON "person" ("name");
UPDATE OR ABORT "person" SET "helium_stash_ops_2_1" = s."email" FROM "helium_stash_ops_2_1" s WHERE s."id" = "person"."id";
SELECT s."id" FROM "helium_stash_ops_2_1" s LEFT JOIN "person" t ON t."id" = s."id" WHERE t."id" IS NULL AND s."email" IS NOT NULL;
DROP TABLE "helium_stash_ops_2_1";
SELECT name FROM pragma_table_xinfo('person') WHERE hidden <> 1 AND name COLLATE NOCASE NOT IN ('id', 'name', 'helium_stash_ops_2_1', 'score', 'photo', 'account_id', 'note') UNION ALL SELECT column1 FROM (VALUES ('id'), ('name'), ('helium_stash_ops_2_1'), ('score'), ('photo'), ('account_id'), ('note')) WHERE column1 COLLATE NOCASE NOT IN (SELECT name FROM pragma_table_xinfo('person')) UNION ALL SELECT name FROM sqlite_master WHERE tbl_name = 'person' COLLATE NOCASE AND type = 'index' AND sql IS NOT NULL AND name COLLATE NOCASE NOT IN ('person_name') UNION ALL SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'person' COLLATE NOCASE AND NOT (0) UNION ALL SELECT 'key' WHERE (SELECT count(DISTINCT id) FROM pragma_foreign_key_list('person')) > 1 UNION ALL SELECT 'key' WHERE (SELECT count(*) FROM pragma_index_list('person') WHERE origin = 'u') > 0 UNION ALL SELECT 'check' FROM sqlite_master WHERE tbl_name = 'person' COLLATE NOCASE AND type = 'table' AND (length(replace(replace(replace(lower(sql), ' ', ''), char(9), ''), char(10), '')) - length(replace(replace(replace(replace(lower(sql), ' ', ''), char(9), ''), char(10), ''), 'check(', ''))) / 6 > 0;
CREATE TABLE "helium_rebuilt_person" (
  "id" integer NOT NULL,
  "name" varchar(100) NOT NULL,
  "email" varchar(255),
  "score" decimal(10,2),
  "photo" blob,
  "account_id" integer,
  "note" varchar(400),
  PRIMARY KEY ("id"),
  CONSTRAINT "person_email_key" UNIQUE ("email"),
  CONSTRAINT "person_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account" ("id")
);
INSERT INTO "helium_rebuilt_person" ("id", "name", "email", "score", "photo", "account_id", "note") SELECT "id", "name", "helium_stash_ops_2_1", "score", "photo", "account_id", "note" FROM "person";
DROP TABLE "person";
ALTER TABLE "helium_rebuilt_person" RENAME TO "person";
CREATE INDEX "person_email_score" ON "person" ("email", "score");
CREATE INDEX "person_name" ON "person" ("name");

-- drop_column_with_all_that_stands_on_it
CREATE TABLE "helium_stash_ops_2_1" AS SELECT "id", "email" FROM "person";
SELECT name FROM pragma_table_xinfo('person') WHERE hidden <> 1 AND name COLLATE NOCASE NOT IN ('id', 'name', 'email', 'score', 'photo', 'account_id', 'note') UNION ALL SELECT column1 FROM (VALUES ('id'), ('name'), ('email'), ('score'), ('photo'), ('account_id'), ('note')) WHERE column1 COLLATE NOCASE NOT IN (SELECT name FROM pragma_table_xinfo('person')) UNION ALL SELECT name FROM sqlite_master WHERE tbl_name = 'person' COLLATE NOCASE AND type = 'index' AND sql IS NOT NULL AND name COLLATE NOCASE NOT IN ('person_email_score', 'person_name') UNION ALL SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'person' COLLATE NOCASE AND NOT (0) UNION ALL SELECT 'key' WHERE (SELECT count(DISTINCT id) FROM pragma_foreign_key_list('person')) > 1 UNION ALL SELECT 'key' WHERE (SELECT count(*) FROM pragma_index_list('person') WHERE origin = 'u') > 1 UNION ALL SELECT 'check' FROM sqlite_master WHERE tbl_name = 'person' COLLATE NOCASE AND type = 'table' AND (length(replace(replace(replace(lower(sql), ' ', ''), char(9), ''), char(10), '')) - length(replace(replace(replace(replace(lower(sql), ' ', ''), char(9), ''), char(10), ''), 'check(', ''))) / 6 > 0;
CREATE TABLE "helium_rebuilt_person" (
  "id" integer NOT NULL,
  "name" varchar(100) NOT NULL,
  "score" decimal(10,2),
  "photo" blob,
  "account_id" integer,
  "note" varchar(400),
  PRIMARY KEY ("id"),
  CONSTRAINT "person_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account" ("id")
);
INSERT INTO "helium_rebuilt_person" ("id", "name", "score", "photo", "account_id", "note") SELECT "id", "name", "score", "photo", "account_id", "note" FROM "person";
DROP TABLE "person";
ALTER TABLE "helium_rebuilt_person" RENAME TO "person";
CREATE INDEX "person_name" ON "person" ("name");
CREATE TABLE "helium_stash_ops_2_2" AS SELECT "id", "account_id" FROM "person";
SELECT name FROM pragma_table_xinfo('person') WHERE hidden <> 1 AND name COLLATE NOCASE NOT IN ('id', 'name', 'score', 'photo', 'account_id', 'note') UNION ALL SELECT column1 FROM (VALUES ('id'), ('name'), ('score'), ('photo'), ('account_id'), ('note')) WHERE column1 COLLATE NOCASE NOT IN (SELECT name FROM pragma_table_xinfo('person')) UNION ALL SELECT name FROM sqlite_master WHERE tbl_name = 'person' COLLATE NOCASE AND type = 'index' AND sql IS NOT NULL AND name COLLATE NOCASE NOT IN ('person_name') UNION ALL SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'person' COLLATE NOCASE AND NOT (0) UNION ALL SELECT 'key' WHERE (SELECT count(DISTINCT id) FROM pragma_foreign_key_list('person')) > 1 UNION ALL SELECT 'key' WHERE (SELECT count(*) FROM pragma_index_list('person') WHERE origin = 'u') > 0 UNION ALL SELECT 'check' FROM sqlite_master WHERE tbl_name = 'person' COLLATE NOCASE AND type = 'table' AND (length(replace(replace(replace(lower(sql), ' ', ''), char(9), ''), char(10), '')) - length(replace(replace(replace(replace(lower(sql), ' ', ''), char(9), ''), char(10), ''), 'check(', ''))) / 6 > 0;
CREATE TABLE "helium_rebuilt_person" (
  "id" integer NOT NULL,
  "name" varchar(100) NOT NULL,
  "score" decimal(10,2),
  "photo" blob,
  "note" varchar(400),
  PRIMARY KEY ("id")
);
INSERT INTO "helium_rebuilt_person" ("id", "name", "score", "photo", "note") SELECT "id", "name", "score", "photo", "note" FROM "person";
DROP TABLE "person";
ALTER TABLE "helium_rebuilt_person" RENAME TO "person";
CREATE INDEX "person_name" ON "person" ("name");
-- back
SELECT name FROM pragma_table_xinfo('person') WHERE hidden <> 1 AND name COLLATE NOCASE NOT IN ('id', 'name', 'score', 'photo', 'note') UNION ALL SELECT column1 FROM (VALUES ('id'), ('name'), ('score'), ('photo'), ('note')) WHERE column1 COLLATE NOCASE NOT IN (SELECT name FROM pragma_table_xinfo('person')) UNION ALL SELECT name FROM sqlite_master WHERE tbl_name = 'person' COLLATE NOCASE AND type = 'index' AND sql IS NOT NULL AND name COLLATE NOCASE NOT IN ('person_name') UNION ALL SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'person' COLLATE NOCASE AND NOT (0) UNION ALL SELECT 'key' WHERE (SELECT count(DISTINCT id) FROM pragma_foreign_key_list('person')) > 0 UNION ALL SELECT 'key' WHERE (SELECT count(*) FROM pragma_index_list('person') WHERE origin = 'u') > 0 UNION ALL SELECT 'check' FROM sqlite_master WHERE tbl_name = 'person' COLLATE NOCASE AND type = 'table' AND (length(replace(replace(replace(lower(sql), ' ', ''), char(9), ''), char(10), '')) - length(replace(replace(replace(replace(lower(sql), ' ', ''), char(9), ''), char(10), ''), 'check(', ''))) / 6 > 0;
CREATE TABLE "helium_rebuilt_person" (
  "id" integer NOT NULL,
  "name" varchar(100) NOT NULL,
  "score" decimal(10,2),
  "photo" blob,
  "account_id" integer,
  "note" varchar(400),
  PRIMARY KEY ("id")
);
INSERT INTO "helium_rebuilt_person" ("id", "name", "score", "photo", "note") SELECT "id", "name", "score", "photo", "note" FROM "person";
DROP TABLE "person";
ALTER TABLE "helium_rebuilt_person" RENAME TO "person";
CREATE INDEX "person_name" ON "person" ("name");
UPDATE OR ABORT "person" SET "account_id" = s."account_id" FROM "helium_stash_ops_2_2" s WHERE s."id" = "person"."id";
SELECT s."id" FROM "helium_stash_ops_2_2" s LEFT JOIN "person" t ON t."id" = s."id" WHERE t."id" IS NULL AND s."account_id" IS NOT NULL;
SELECT name FROM pragma_table_xinfo('person') WHERE hidden <> 1 AND name COLLATE NOCASE NOT IN ('id', 'name', 'score', 'photo', 'account_id', 'note') UNION ALL SELECT column1 FROM (VALUES ('id'), ('name'), ('score'), ('photo'), ('account_id'), ('note')) WHERE column1 COLLATE NOCASE NOT IN (SELECT name FROM pragma_table_xinfo('person')) UNION ALL SELECT name FROM sqlite_master WHERE tbl_name = 'person' COLLATE NOCASE AND type = 'index' AND sql IS NOT NULL AND name COLLATE NOCASE NOT IN ('person_name') UNION ALL SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'person' COLLATE NOCASE AND NOT (0) UNION ALL SELECT 'key' WHERE (SELECT count(DISTINCT id) FROM pragma_foreign_key_list('person')) > 0 UNION ALL SELECT 'key' WHERE (SELECT count(*) FROM pragma_index_list('person') WHERE origin = 'u') > 0 UNION ALL SELECT 'check' FROM sqlite_master WHERE tbl_name = 'person' COLLATE NOCASE AND type = 'table' AND (length(replace(replace(replace(lower(sql), ' ', ''), char(9), ''), char(10), '')) - length(replace(replace(replace(replace(lower(sql), ' ', ''), char(9), ''), char(10), ''), 'check(', ''))) / 6 > 0;
CREATE TABLE "helium_rebuilt_person" (
  "id" integer NOT NULL,
  "name" varchar(100) NOT NULL,
  "score" decimal(10,2),
  "photo" blob,
  "account_id" integer,
  "note" varchar(400),
  PRIMARY KEY ("id"),
  CONSTRAINT "person_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account" ("id")
);
INSERT INTO "helium_rebuilt_person" ("id", "name", "score", "photo", "account_id", "note") SELECT "id", "name", "score", "photo", "account_id", "note" FROM "person";
DROP TABLE "person";
ALTER TABLE "helium_rebuilt_person" RENAME TO "person";
CREATE INDEX "person_name" ON "person" ("name");
DROP TABLE "helium_stash_ops_2_2";
SELECT name FROM pragma_table_xinfo('person') WHERE hidden <> 1 AND name COLLATE NOCASE NOT IN ('id', 'name', 'score', 'photo', 'account_id', 'note') UNION ALL SELECT column1 FROM (VALUES ('id'), ('name'), ('score'), ('photo'), ('account_id'), ('note')) WHERE column1 COLLATE NOCASE NOT IN (SELECT name FROM pragma_table_xinfo('person')) UNION ALL SELECT name FROM sqlite_master WHERE tbl_name = 'person' COLLATE NOCASE AND type = 'index' AND sql IS NOT NULL AND name COLLATE NOCASE NOT IN ('person_name') UNION ALL SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'person' COLLATE NOCASE AND NOT (0) UNION ALL SELECT 'key' WHERE (SELECT count(DISTINCT id) FROM pragma_foreign_key_list('person')) > 1 UNION ALL SELECT 'key' WHERE (SELECT count(*) FROM pragma_index_list('person') WHERE origin = 'u') > 0 UNION ALL SELECT 'check' FROM sqlite_master WHERE tbl_name = 'person' COLLATE NOCASE AND type = 'table' AND (length(replace(replace(replace(lower(sql), ' ', ''), char(9), ''), char(10), '')) - length(replace(replace(replace(replace(lower(sql), ' ', ''), char(9), ''), char(10), ''), 'check(', ''))) / 6 > 0;
CREATE TABLE "helium_rebuilt_person" (
  "id" integer NOT NULL,
  "name" varchar(100) NOT NULL,
  "email" varchar(255),
  "score" decimal(10,2),
  "photo" blob,
  "account_id" integer,
  "note" varchar(400),
  PRIMARY KEY ("id"),
  CONSTRAINT "person_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account" ("id")
);
INSERT INTO "helium_rebuilt_person" ("id", "name", "score", "photo", "account_id", "note") SELECT "id", "name", "score", "photo", "account_id", "note" FROM "person";
DROP TABLE "person";
ALTER TABLE "helium_rebuilt_person" RENAME TO "person";
CREATE INDEX "person_name" ON "person" ("name");
UPDATE OR ABORT "person" SET "email" = s."email" FROM "helium_stash_ops_2_1" s WHERE s."id" = "person"."id";
SELECT s."id" FROM "helium_stash_ops_2_1" s LEFT JOIN "person" t ON t."id" = s."id" WHERE t."id" IS NULL AND s."email" IS NOT NULL;
SELECT name FROM pragma_table_xinfo('person') WHERE hidden <> 1 AND name COLLATE NOCASE NOT IN ('id', 'name', 'email', 'score', 'photo', 'account_id', 'note') UNION ALL SELECT column1 FROM (VALUES ('id'), ('name'), ('email'), ('score'), ('photo'), ('account_id'), ('note')) WHERE column1 COLLATE NOCASE NOT IN (SELECT name FROM pragma_table_xinfo('person')) UNION ALL SELECT name FROM sqlite_master WHERE tbl_name = 'person' COLLATE NOCASE AND type = 'index' AND sql IS NOT NULL AND name COLLATE NOCASE NOT IN ('person_name') UNION ALL SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'person' COLLATE NOCASE AND NOT (0) UNION ALL SELECT 'key' WHERE (SELECT count(DISTINCT id) FROM pragma_foreign_key_list('person')) > 1 UNION ALL SELECT 'key' WHERE (SELECT count(*) FROM pragma_index_list('person') WHERE origin = 'u') > 0 UNION ALL SELECT 'check' FROM sqlite_master WHERE tbl_name = 'person' COLLATE NOCASE AND type = 'table' AND (length(replace(replace(replace(lower(sql), ' ', ''), char(9), ''), char(10), '')) - length(replace(replace(replace(replace(lower(sql), ' ', ''), char(9), ''), char(10), ''), 'check(', ''))) / 6 > 0;
CREATE TABLE "helium_rebuilt_person" (
  "id" integer NOT NULL,
  "name" varchar(100) NOT NULL,
  "email" varchar(255),
  "score" decimal(10,2),
  "photo" blob,
  "account_id" integer,
  "note" varchar(400),
  PRIMARY KEY ("id"),
  CONSTRAINT "person_email_key" UNIQUE ("email"),
  CONSTRAINT "person_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account" ("id")
);
INSERT INTO "helium_rebuilt_person" ("id", "name", "email", "score", "photo", "account_id", "note") SELECT "id", "name", "email", "score", "photo", "account_id", "note" FROM "person";
DROP TABLE "person";
ALTER TABLE "helium_rebuilt_person" RENAME TO "person";
CREATE INDEX "person_email_score" ON "person" ("email", "score");
CREATE INDEX "person_name" ON "person" ("name");
DROP TABLE "helium_stash_ops_2_1";

-- drop_constraint
SELECT name FROM pragma_table_xinfo('person') WHERE hidden <> 1 AND name COLLATE NOCASE NOT IN ('id', 'name', 'email', 'score', 'photo', 'account_id', 'note') UNION ALL SELECT column1 FROM (VALUES ('id'), ('name'), ('email'), ('score'), ('photo'), ('account_id'), ('note')) WHERE column1 COLLATE NOCASE NOT IN (SELECT name FROM pragma_table_xinfo('person')) UNION ALL SELECT name FROM sqlite_master WHERE tbl_name = 'person' COLLATE NOCASE AND type = 'index' AND sql IS NOT NULL AND name COLLATE NOCASE NOT IN ('person_email_score', 'person_name') UNION ALL SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'person' COLLATE NOCASE AND NOT (0) UNION ALL SELECT 'key' WHERE (SELECT count(DISTINCT id) FROM pragma_foreign_key_list('person')) > 1 UNION ALL SELECT 'key' WHERE (SELECT count(*) FROM pragma_index_list('person') WHERE origin = 'u') > 1 UNION ALL SELECT 'check' FROM sqlite_master WHERE tbl_name = 'person' COLLATE NOCASE AND type = 'table' AND (length(replace(replace(replace(lower(sql), ' ', ''), char(9), ''), char(10), '')) - length(replace(replace(replace(replace(lower(sql), ' ', ''), char(9), ''), char(10), ''), 'check(', ''))) / 6 > 0;
CREATE TABLE "helium_rebuilt_person" (
  "id" integer NOT NULL,
  "name" varchar(100) NOT NULL,
  "email" varchar(255),
  "score" decimal(10,2),
  "photo" blob,
  "account_id" integer,
  "note" varchar(400),
  PRIMARY KEY ("id"),
  CONSTRAINT "person_email_key" UNIQUE ("email")
);
INSERT INTO "helium_rebuilt_person" ("id", "name", "email", "score", "photo", "account_id", "note") SELECT "id", "name", "email", "score", "photo", "account_id", "note" FROM "person";
DROP TABLE "person";
ALTER TABLE "helium_rebuilt_person" RENAME TO "person";
CREATE INDEX "person_email_score" ON "person" ("email", "score");
CREATE INDEX "person_name" ON "person" ("name");
SELECT name FROM pragma_table_xinfo('person') WHERE hidden <> 1 AND name COLLATE NOCASE NOT IN ('id', 'name', 'email', 'score', 'photo', 'account_id', 'note') UNION ALL SELECT column1 FROM (VALUES ('id'), ('name'), ('email'), ('score'), ('photo'), ('account_id'), ('note')) WHERE column1 COLLATE NOCASE NOT IN (SELECT name FROM pragma_table_xinfo('person')) UNION ALL SELECT name FROM sqlite_master WHERE tbl_name = 'person' COLLATE NOCASE AND type = 'index' AND sql IS NOT NULL AND name COLLATE NOCASE NOT IN ('person_email_score', 'person_name') UNION ALL SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'person' COLLATE NOCASE AND NOT (0) UNION ALL SELECT 'key' WHERE (SELECT count(DISTINCT id) FROM pragma_foreign_key_list('person')) > 0 UNION ALL SELECT 'key' WHERE (SELECT count(*) FROM pragma_index_list('person') WHERE origin = 'u') > 1 UNION ALL SELECT 'check' FROM sqlite_master WHERE tbl_name = 'person' COLLATE NOCASE AND type = 'table' AND (length(replace(replace(replace(lower(sql), ' ', ''), char(9), ''), char(10), '')) - length(replace(replace(replace(replace(lower(sql), ' ', ''), char(9), ''), char(10), ''), 'check(', ''))) / 6 > 0;
CREATE TABLE "helium_rebuilt_person" (
  "id" integer NOT NULL,
  "name" varchar(100) NOT NULL,
  "email" varchar(255),
  "score" decimal(10,2),
  "photo" blob,
  "account_id" integer,
  "note" varchar(400),
  PRIMARY KEY ("id")
);
INSERT INTO "helium_rebuilt_person" ("id", "name", "email", "score", "photo", "account_id", "note") SELECT "id", "name", "email", "score", "photo", "account_id", "note" FROM "person";
DROP TABLE "person";
ALTER TABLE "helium_rebuilt_person" RENAME TO "person";
CREATE INDEX "person_email_score" ON "person" ("email", "score");
CREATE INDEX "person_name" ON "person" ("name");
-- back
SELECT name FROM pragma_table_xinfo('person') WHERE hidden <> 1 AND name COLLATE NOCASE NOT IN ('id', 'name', 'email', 'score', 'photo', 'account_id', 'note') UNION ALL SELECT column1 FROM (VALUES ('id'), ('name'), ('email'), ('score'), ('photo'), ('account_id'), ('note')) WHERE column1 COLLATE NOCASE NOT IN (SELECT name FROM pragma_table_xinfo('person')) UNION ALL SELECT name FROM sqlite_master WHERE tbl_name = 'person' COLLATE NOCASE AND type = 'index' AND sql IS NOT NULL AND name COLLATE NOCASE NOT IN ('person_email_score', 'person_name') UNION ALL SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'person' COLLATE NOCASE AND NOT (0) UNION ALL SELECT 'key' WHERE (SELECT count(DISTINCT id) FROM pragma_foreign_key_list('person')) > 0 UNION ALL SELECT 'key' WHERE (SELECT count(*) FROM pragma_index_list('person') WHERE origin = 'u') > 0 UNION ALL SELECT 'check' FROM sqlite_master WHERE tbl_name = 'person' COLLATE NOCASE AND type = 'table' AND (length(replace(replace(replace(lower(sql), ' ', ''), char(9), ''), char(10), '')) - length(replace(replace(replace(replace(lower(sql), ' ', ''), char(9), ''), char(10), ''), 'check(', ''))) / 6 > 0;
CREATE TABLE "helium_rebuilt_person" (
  "id" integer NOT NULL,
  "name" varchar(100) NOT NULL,
  "email" varchar(255),
  "score" decimal(10,2),
  "photo" blob,
  "account_id" integer,
  "note" varchar(400),
  PRIMARY KEY ("id"),
  CONSTRAINT "person_email_key" UNIQUE ("email")
);
INSERT INTO "helium_rebuilt_person" ("id", "name", "email", "score", "photo", "account_id", "note") SELECT "id", "name", "email", "score", "photo", "account_id", "note" FROM "person";
DROP TABLE "person";
ALTER TABLE "helium_rebuilt_person" RENAME TO "person";
CREATE INDEX "person_email_score" ON "person" ("email", "score");
CREATE INDEX "person_name" ON "person" ("name");
SELECT name FROM pragma_table_xinfo('person') WHERE hidden <> 1 AND name COLLATE NOCASE NOT IN ('id', 'name', 'email', 'score', 'photo', 'account_id', 'note') UNION ALL SELECT column1 FROM (VALUES ('id'), ('name'), ('email'), ('score'), ('photo'), ('account_id'), ('note')) WHERE column1 COLLATE NOCASE NOT IN (SELECT name FROM pragma_table_xinfo('person')) UNION ALL SELECT name FROM sqlite_master WHERE tbl_name = 'person' COLLATE NOCASE AND type = 'index' AND sql IS NOT NULL AND name COLLATE NOCASE NOT IN ('person_email_score', 'person_name') UNION ALL SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'person' COLLATE NOCASE AND NOT (0) UNION ALL SELECT 'key' WHERE (SELECT count(DISTINCT id) FROM pragma_foreign_key_list('person')) > 0 UNION ALL SELECT 'key' WHERE (SELECT count(*) FROM pragma_index_list('person') WHERE origin = 'u') > 1 UNION ALL SELECT 'check' FROM sqlite_master WHERE tbl_name = 'person' COLLATE NOCASE AND type = 'table' AND (length(replace(replace(replace(lower(sql), ' ', ''), char(9), ''), char(10), '')) - length(replace(replace(replace(replace(lower(sql), ' ', ''), char(9), ''), char(10), ''), 'check(', ''))) / 6 > 0;
CREATE TABLE "helium_rebuilt_person" (
  "id" integer NOT NULL,
  "name" varchar(100) NOT NULL,
  "email" varchar(255),
  "score" decimal(10,2),
  "photo" blob,
  "account_id" integer,
  "note" varchar(400),
  PRIMARY KEY ("id"),
  CONSTRAINT "person_email_key" UNIQUE ("email"),
  CONSTRAINT "person_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account" ("id")
);
INSERT INTO "helium_rebuilt_person" ("id", "name", "email", "score", "photo", "account_id", "note") SELECT "id", "name", "email", "score", "photo", "account_id", "note" FROM "person";
DROP TABLE "person";
ALTER TABLE "helium_rebuilt_person" RENAME TO "person";
CREATE INDEX "person_email_score" ON "person" ("email", "score");
CREATE INDEX "person_name" ON "person" ("name");

-- drop_index
DROP INDEX "person_name";
-- back
CREATE INDEX "person_name" ON "person" ("name");

-- drop_table
DROP INDEX "note_account_id";
ALTER TABLE "note" RENAME TO "helium_stash_ops_2_1";
SELECT name FROM sqlite_schema WHERE tbl_name <> 'helium_stash_ops_2_1' AND instr(sql, '"helium_stash_ops_2_1"') > 0;
-- back
ALTER TABLE "helium_stash_ops_2_1" RENAME TO "note";
CREATE INDEX "note_account_id" ON "note" ("account_id");

-- drop_trigger
DROP TRIGGER "shelf_kept";
-- back
CREATE TRIGGER shelf_kept BEFORE DELETE ON shelf BEGIN SELECT 1; END;

-- drop_view
DROP VIEW "rich";
-- back
CREATE VIEW "rich" AS SELECT id, name FROM person WHERE id > 900;

-- insert
INSERT INTO "account" ("id", "title") VALUES (5000, 'it''s new');
INSERT INTO "account" ("id", "title") VALUES (5001, '日本');
-- back
DELETE FROM "account" WHERE "id" = 5001;
DELETE FROM "account" WHERE "id" = 5000;

-- merge_table
ALTER TABLE "person" ADD COLUMN "hobby" varchar(400);
ALTER TABLE "person" ADD COLUMN "picture" blob;
UPDATE OR ABORT "person" SET "hobby" = s."hobby", "picture" = s."picture" FROM "extra" s WHERE s."id" = "person"."id";
ALTER TABLE "extra" RENAME TO "helium_stash_ops_2_1_3";
SELECT name FROM sqlite_schema WHERE tbl_name <> 'helium_stash_ops_2_1_3' AND instr(sql, '"helium_stash_ops_2_1_3"') > 0;
-- back
ALTER TABLE "helium_stash_ops_2_1_3" RENAME TO "extra";
UPDATE OR ABORT "extra" SET "hobby" = s."hobby", "picture" = s."picture" FROM "person" s WHERE s."id" = "extra"."id";
CREATE TABLE "helium_stash_ops_2_1_2" AS SELECT "id", "picture" FROM "person";
ALTER TABLE "person" DROP COLUMN "picture";
CREATE TABLE "helium_stash_ops_2_1" AS SELECT "id", "hobby" FROM "person";
ALTER TABLE "person" DROP COLUMN "hobby";

-- rename_column
ALTER TABLE "note" RENAME COLUMN "account_id" TO "account";
-- back
ALTER TABLE "note" RENAME COLUMN "account" TO "account_id";

-- rename_constraint
SELECT name FROM pragma_table_xinfo('person') WHERE hidden <> 1 AND name COLLATE NOCASE NOT IN ('id', 'name', 'email', 'score', 'photo', 'account_id', 'note') UNION ALL SELECT column1 FROM (VALUES ('id'), ('name'), ('email'), ('score'), ('photo'), ('account_id'), ('note')) WHERE column1 COLLATE NOCASE NOT IN (SELECT name FROM pragma_table_xinfo('person')) UNION ALL SELECT name FROM sqlite_master WHERE tbl_name = 'person' COLLATE NOCASE AND type = 'index' AND sql IS NOT NULL AND name COLLATE NOCASE NOT IN ('person_email_score', 'person_name') UNION ALL SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'person' COLLATE NOCASE AND NOT (0) UNION ALL SELECT 'key' WHERE (SELECT count(DISTINCT id) FROM pragma_foreign_key_list('person')) > 1 UNION ALL SELECT 'key' WHERE (SELECT count(*) FROM pragma_index_list('person') WHERE origin = 'u') > 1 UNION ALL SELECT 'check' FROM sqlite_master WHERE tbl_name = 'person' COLLATE NOCASE AND type = 'table' AND (length(replace(replace(replace(lower(sql), ' ', ''), char(9), ''), char(10), '')) - length(replace(replace(replace(replace(lower(sql), ' ', ''), char(9), ''), char(10), ''), 'check(', ''))) / 6 > 0;
CREATE TABLE "helium_rebuilt_person" (
  "id" integer NOT NULL,
  "name" varchar(100) NOT NULL,
  "email" varchar(255),
  "score" decimal(10,2),
  "photo" blob,
  "account_id" integer,
  "note" varchar(400),
  PRIMARY KEY ("id"),
  CONSTRAINT "one_email_each" UNIQUE ("email"),
  CONSTRAINT "person_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account" ("id")
);
INSERT INTO "helium_rebuilt_person" ("id", "name", "email", "score", "photo", "account_id", "note") SELECT "id", "name", "email", "score", "photo", "account_id", "note" FROM "person";
DROP TABLE "person";
ALTER TABLE "helium_rebuilt_person" RENAME TO "person";
CREATE INDEX "person_email_score" ON "person" ("email", "score");
CREATE INDEX "person_name" ON "person" ("name");
-- back
SELECT name FROM pragma_table_xinfo('person') WHERE hidden <> 1 AND name COLLATE NOCASE NOT IN ('id', 'name', 'email', 'score', 'photo', 'account_id', 'note') UNION ALL SELECT column1 FROM (VALUES ('id'), ('name'), ('email'), ('score'), ('photo'), ('account_id'), ('note')) WHERE column1 COLLATE NOCASE NOT IN (SELECT name FROM pragma_table_xinfo('person')) UNION ALL SELECT name FROM sqlite_master WHERE tbl_name = 'person' COLLATE NOCASE AND type = 'index' AND sql IS NOT NULL AND name COLLATE NOCASE NOT IN ('person_email_score', 'person_name') UNION ALL SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'person' COLLATE NOCASE AND NOT (0) UNION ALL SELECT 'key' WHERE (SELECT count(DISTINCT id) FROM pragma_foreign_key_list('person')) > 1 UNION ALL SELECT 'key' WHERE (SELECT count(*) FROM pragma_index_list('person') WHERE origin = 'u') > 1 UNION ALL SELECT 'check' FROM sqlite_master WHERE tbl_name = 'person' COLLATE NOCASE AND type = 'table' AND (length(replace(replace(replace(lower(sql), ' ', ''), char(9), ''), char(10), '')) - length(replace(replace(replace(replace(lower(sql), ' ', ''), char(9), ''), char(10), ''), 'check(', ''))) / 6 > 0;
CREATE TABLE "helium_rebuilt_person" (
  "id" integer NOT NULL,
  "name" varchar(100) NOT NULL,
  "email" varchar(255),
  "score" decimal(10,2),
  "photo" blob,
  "account_id" integer,
  "note" varchar(400),
  PRIMARY KEY ("id"),
  CONSTRAINT "person_email_key" UNIQUE ("email"),
  CONSTRAINT "person_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account" ("id")
);
INSERT INTO "helium_rebuilt_person" ("id", "name", "email", "score", "photo", "account_id", "note") SELECT "id", "name", "email", "score", "photo", "account_id", "note" FROM "person";
DROP TABLE "person";
ALTER TABLE "helium_rebuilt_person" RENAME TO "person";
CREATE INDEX "person_email_score" ON "person" ("email", "score");
CREATE INDEX "person_name" ON "person" ("name");

-- rename_index
DROP INDEX "person_name";
CREATE INDEX "person_by_name" ON "person" ("name");
-- back
DROP INDEX "person_by_name";
CREATE INDEX "person_name" ON "person" ("name");

-- rename_table
ALTER TABLE "note" RENAME TO "remark";
-- back
ALTER TABLE "remark" RENAME TO "note";

-- replace_view
DROP VIEW "rich";
CREATE VIEW "rich" AS SELECT id, name, email FROM person WHERE score > 100;
-- back
DROP VIEW "rich";
CREATE VIEW "rich" AS SELECT id, name FROM person WHERE id > 900;

-- split_table
CREATE TABLE "portrait" (
  "id" integer NOT NULL,
  "photo" blob,
  PRIMARY KEY ("id")
);
INSERT INTO "portrait" ("id", "photo") SELECT "id", "photo" FROM "person";
ALTER TABLE "person" DROP COLUMN "photo";
-- back
SELECT s."id" FROM "portrait" s LEFT JOIN "person" t ON t."id" = s."id" WHERE t."id" IS NULL;
SELECT name FROM pragma_table_xinfo('person') WHERE hidden <> 1 AND name COLLATE NOCASE NOT IN ('id', 'name', 'email', 'score', 'account_id', 'note') UNION ALL SELECT column1 FROM (VALUES ('id'), ('name'), ('email'), ('score'), ('account_id'), ('note')) WHERE column1 COLLATE NOCASE NOT IN (SELECT name FROM pragma_table_xinfo('person')) UNION ALL SELECT name FROM sqlite_master WHERE tbl_name = 'person' COLLATE NOCASE AND type = 'index' AND sql IS NOT NULL AND name COLLATE NOCASE NOT IN ('person_email_score', 'person_name') UNION ALL SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'person' COLLATE NOCASE AND NOT (0) UNION ALL SELECT 'key' WHERE (SELECT count(DISTINCT id) FROM pragma_foreign_key_list('person')) > 1 UNION ALL SELECT 'key' WHERE (SELECT count(*) FROM pragma_index_list('person') WHERE origin = 'u') > 1 UNION ALL SELECT 'check' FROM sqlite_master WHERE tbl_name = 'person' COLLATE NOCASE AND type = 'table' AND (length(replace(replace(replace(lower(sql), ' ', ''), char(9), ''), char(10), '')) - length(replace(replace(replace(replace(lower(sql), ' ', ''), char(9), ''), char(10), ''), 'check(', ''))) / 6 > 0;
CREATE TABLE "helium_rebuilt_person" (
  "id" integer NOT NULL,
  "name" varchar(100) NOT NULL,
  "email" varchar(255),
  "score" decimal(10,2),
  "photo" blob,
  "account_id" integer,
  "note" varchar(400),
  PRIMARY KEY ("id"),
  CONSTRAINT "person_email_key" UNIQUE ("email"),
  CONSTRAINT "person_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account" ("id")
);
INSERT INTO "helium_rebuilt_person" ("id", "name", "email", "score", "account_id", "note") SELECT "id", "name", "email", "score", "account_id", "note" FROM "person";
DROP TABLE "person";
ALTER TABLE "helium_rebuilt_person" RENAME TO "person";
CREATE INDEX "person_email_score" ON "person" ("email", "score");
CREATE INDEX "person_name" ON "person" ("name");
UPDATE OR ABORT "person" SET "photo" = s."photo" FROM "portrait" s WHERE s."id" = "person"."id";
SELECT s."id" FROM "portrait" s LEFT JOIN "person" t ON t."id" = s."id" WHERE t."id" IS NULL AND s."photo" IS NOT NULL;
DROP TABLE "portrait";

-- split_table_each
CREATE TABLE "portrait" (
  "id" integer NOT NULL,
  "photo" blob,
  PRIMARY KEY ("id")
);
ALTER TABLE "person" RENAME COLUMN "photo" TO "helium_stash_ops_2_1";
INSERT INTO "portrait" ("id", "photo") SELECT "id", "helium_stash_ops_2_1" FROM "person";
ALTER TABLE "person" DROP COLUMN "helium_stash_ops_2_1";
-- back
SELECT s."id" FROM "portrait" s LEFT JOIN "person" t ON t."id" = s."id" WHERE t."id" IS NULL;
SELECT name FROM pragma_table_xinfo('person') WHERE hidden <> 1 AND name COLLATE NOCASE NOT IN ('id', 'name', 'email', 'score', 'account_id', 'note') UNION ALL SELECT column1 FROM (VALUES ('id'), ('name'), ('email'), ('score'), ('account_id'), ('note')) WHERE column1 COLLATE NOCASE NOT IN (SELECT name FROM pragma_table_xinfo('person')) UNION ALL SELECT name FROM sqlite_master WHERE tbl_name = 'person' COLLATE NOCASE AND type = 'index' AND sql IS NOT NULL AND name COLLATE NOCASE NOT IN ('person_email_score', 'person_name') UNION ALL SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'person' COLLATE NOCASE AND NOT (0) UNION ALL SELECT 'key' WHERE (SELECT count(DISTINCT id) FROM pragma_foreign_key_list('person')) > 1 UNION ALL SELECT 'key' WHERE (SELECT count(*) FROM pragma_index_list('person') WHERE origin = 'u') > 1 UNION ALL SELECT 'check' FROM sqlite_master WHERE tbl_name = 'person' COLLATE NOCASE AND type = 'table' AND (length(replace(replace(replace(lower(sql), ' ', ''), char(9), ''), char(10), '')) - length(replace(replace(replace(replace(lower(sql), ' ', ''), char(9), ''), char(10), ''), 'check(', ''))) / 6 > 0;
CREATE TABLE "helium_rebuilt_person" (
  "id" integer NOT NULL,
  "name" varchar(100) NOT NULL,
  "email" varchar(255),
  "score" decimal(10,2),
  "helium_stash_ops_2_1" blob,
  "account_id" integer,
  "note" varchar(400),
  PRIMARY KEY ("id"),
  CONSTRAINT "person_email_key" UNIQUE ("email"),
  CONSTRAINT "person_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account" ("id")
);
INSERT INTO "helium_rebuilt_person" ("id", "name", "email", "score", "account_id", "note") SELECT "id", "name", "email", "score", "account_id", "note" FROM "person";
DROP TABLE "person";
ALTER TABLE "helium_rebuilt_person" RENAME TO "person";
CREATE INDEX "person_email_score" ON "person" ("email", "score");
CREATE INDEX "person_name" ON "person" ("name");
UPDATE OR ABORT "person" SET "helium_stash_ops_2_1" = s."photo" FROM "portrait" s WHERE s."id" = "person"."id";
SELECT s."id" FROM "portrait" s LEFT JOIN "person" t ON t."id" = s."id" WHERE t."id" IS NULL AND s."photo" IS NOT NULL;
ALTER TABLE "person" RENAME COLUMN "helium_stash_ops_2_1" TO "photo";
DROP TABLE "portrait";

-- sql
CREATE TABLE thing (id integer);
-- back
DROP TABLE thing;

-- update
CREATE TABLE "helium_stash_ops_2_1" AS SELECT "id", "note", "score" FROM "person" WHERE score IS NOT NULL;
UPDATE "person" SET "note" = 'changed', "score" = score + 1 WHERE ("person"."id") IN (SELECT "id" FROM "helium_stash_ops_2_1");
-- back
SELECT s."id" FROM "helium_stash_ops_2_1" s LEFT JOIN "person" t ON t."id" = s."id" WHERE t."id" IS NULL;
UPDATE OR ABORT "person" SET "note" = s."note", "score" = s."score" FROM "helium_stash_ops_2_1" s WHERE s."id" = "person"."id";
DROP TABLE "helium_stash_ops_2_1";

