-- add_check
ALTER TABLE `person` ADD CONSTRAINT `person_has_name` CHECK (name <> 'nobody');
-- back
ALTER TABLE `person` DROP CONSTRAINT `person_has_name`;

-- add_column
ALTER TABLE `person` ADD COLUMN `nick` varchar(40) NULL COMMENT 'what friends say';
ALTER TABLE `person` ADD COLUMN `visits` int NOT NULL DEFAULT 0;
-- back
ALTER TABLE `person` RENAME COLUMN `visits` TO `helium_stash_ops_2_2`;
CREATE TABLE `helium_stash_ops_2_2` (PRIMARY KEY (`id`)) AS SELECT `id`, `helium_stash_ops_2_2` AS `visits` FROM `person` WHERE 1 = 0;
INSERT INTO `helium_stash_ops_2_2` (`id`, `visits`) SELECT `id`, `helium_stash_ops_2_2` AS `visits` FROM `person`;
ALTER TABLE `person` DROP COLUMN `helium_stash_ops_2_2`;
ALTER TABLE `person` RENAME COLUMN `nick` TO `helium_stash_ops_2_1`;
CREATE TABLE `helium_stash_ops_2_1` (PRIMARY KEY (`id`)) AS SELECT `id`, `helium_stash_ops_2_1` AS `nick` FROM `person` WHERE 1 = 0;
INSERT INTO `helium_stash_ops_2_1` (`id`, `nick`) SELECT `id`, `helium_stash_ops_2_1` AS `nick` FROM `person`;
ALTER TABLE `person` DROP COLUMN `helium_stash_ops_2_1`;

-- add_column_backfilled
ALTER TABLE `person` ADD COLUMN `label` varchar(100) NULL;
UPDATE `person` SET `label` = name WHERE `label` IS NULL;
ALTER TABLE `person` MODIFY COLUMN `label` varchar(100) NOT NULL;
-- back
ALTER TABLE `person` MODIFY COLUMN `label` varchar(100) NULL;
ALTER TABLE `person` RENAME COLUMN `label` TO `helium_stash_ops_2_1`;
CREATE TABLE `helium_stash_ops_2_1` (PRIMARY KEY (`id`)) AS SELECT `id`, `helium_stash_ops_2_1` AS `label` FROM `person` WHERE 1 = 0;
INSERT INTO `helium_stash_ops_2_1` (`id`, `label`) SELECT `id`, `helium_stash_ops_2_1` AS `label` FROM `person`;
ALTER TABLE `person` DROP COLUMN `helium_stash_ops_2_1`;

-- add_foreign_key
ALTER TABLE `note` ADD CONSTRAINT `note_account` FOREIGN KEY (`account_id`) REFERENCES `account` (`id`) ON DELETE SET NULL;
-- back
ALTER TABLE `note` DROP FOREIGN KEY `note_account`;

-- add_index
CREATE INDEX `person_score` ON `person` (`score`, `id`);
-- back
ALTER TABLE `person` DROP INDEX `person_score`;

-- add_primary_key
ALTER TABLE `plain` ADD PRIMARY KEY (`code`);
-- back
ALTER TABLE `plain` DROP PRIMARY KEY;

-- add_unique
ALTER TABLE `person` ADD UNIQUE KEY `person_name_id` (`name`, `id`);
-- back
ALTER TABLE `person` DROP INDEX `person_name_id`;

-- add_unique_index
CREATE UNIQUE INDEX `person_id_name` ON `person` (`id`, `name`);
-- back
ALTER TABLE `person` DROP INDEX `person_id_name`;

-- alter_column
ALTER TABLE `person` MODIFY COLUMN `name` varchar(200) NOT NULL;
ALTER TABLE `person` MODIFY COLUMN `score` decimal(10,2) NULL DEFAULT 7;
-- back
ALTER TABLE `person` MODIFY COLUMN `score` decimal(10,2) NULL;
ALTER TABLE `person` MODIFY COLUMN `name` varchar(100) NOT NULL;

-- alter_column_comment
ALTER TABLE `person` MODIFY COLUMN `name` varchar(100) NOT NULL COMMENT 'as in the passport';
-- back
ALTER TABLE `person` MODIFY COLUMN `name` varchar(100) NOT NULL;

-- alter_column_lossy
CREATE TABLE `helium_stash_ops_2_1` (PRIMARY KEY (`id`)) AS SELECT `id`, `score` FROM `person` WHERE 1 = 0;
INSERT INTO `helium_stash_ops_2_1` (`id`, `score`) SELECT `id`, `score` FROM `person`;
ALTER TABLE `person` MODIFY COLUMN `score` int NULL;
CREATE TABLE `helium_stash_ops_2_1_2` (PRIMARY KEY (`id`)) AS SELECT `id`, `score` FROM `person` WHERE 1 = 0;
INSERT INTO `helium_stash_ops_2_1_2` (`id`, `score`) SELECT `id`, `score` FROM `person`;
-- back
DELETE FROM `helium_stash_ops_2_1` WHERE EXISTS (SELECT 1 FROM `person` t JOIN `helium_stash_ops_2_1_2` s ON s.`id` = t.`id` WHERE t.`id` = `helium_stash_ops_2_1`.`id` AND NOT (CAST(t.`score` AS BINARY) <=> CAST(s.`score` AS BINARY)));
DROP TABLE `helium_stash_ops_2_1_2`;
ALTER TABLE `person` MODIFY COLUMN `score` decimal(10,2) NULL;
UPDATE `person` t STRAIGHT_JOIN `helium_stash_ops_2_1` s ON s.`id` = t.`id` SET t.`score` = s.`score`;
DROP TABLE `helium_stash_ops_2_1`;

-- alter_column_null
ALTER TABLE `person` MODIFY COLUMN `name` varchar(100) NULL;
-- back
ALTER TABLE `person` MODIFY COLUMN `name` varchar(100) NOT NULL;

-- backfill
CREATE TABLE `helium_stash_ops_2_1` (PRIMARY KEY (`id`)) AS SELECT `id`, `score` FROM `person` WHERE 1 = 0;
INSERT INTO `helium_stash_ops_2_1` (`id`, `score`) SELECT `id`, `score` FROM `person` WHERE `score` IS NULL;
UPDATE `person` SET `score` = 0 WHERE EXISTS (SELECT 1 FROM `helium_stash_ops_2_1` s WHERE s.`id` = `person`.`id`);
-- back
SELECT s.`id` FROM `helium_stash_ops_2_1` s LEFT JOIN `person` t ON t.`id` = s.`id` WHERE t.`id` IS NULL;
UPDATE `person` t JOIN `helium_stash_ops_2_1` s ON s.`id` = t.`id` SET t.`score` = s.`score`;
DROP TABLE `helium_stash_ops_2_1`;

-- copy
CREATE TABLE `helium_stash_ops_2_1` AS SELECT `id`, `title` FROM `account` WHERE 1 = 0;
INSERT INTO `helium_stash_ops_2_1` (`id`, `title`) SELECT id + 10000, text FROM note WHERE id <= 20;
INSERT INTO `account` (`id`, `title`) SELECT `id`, `title` FROM `helium_stash_ops_2_1`;
-- back
SELECT s.`id` FROM `helium_stash_ops_2_1` s LEFT JOIN `account` t ON t.`id` = s.`id` WHERE t.`id` IS NULL;
DELETE t FROM `account` t JOIN `helium_stash_ops_2_1` s ON s.`id` = t.`id`;
DROP TABLE `helium_stash_ops_2_1`;

-- create_routine
CREATE FUNCTION `twice`(n int) RETURNS int DETERMINISTIC RETURN n * 2;
-- back
DROP FUNCTION `twice`;

-- create_schema
CREATE SCHEMA `helium_annex`;
CREATE TABLE helium_annex.thing (id integer);
CREATE VIEW `annexed` AS SELECT id FROM helium_annex.thing;
-- back
DROP VIEW `annexed`;
DROP TABLE helium_annex.thing;
DROP SCHEMA `helium_annex`;

-- create_table
CREATE TABLE `visit` (
  `id` bigint NOT NULL AUTO_INCREMENT,
  `person_id` int NULL,
  `place` varchar(80) NOT NULL DEFAULT '',
  `price` decimal(10,2) NULL,
  `ticket` varchar(20) NULL,
  PRIMARY KEY (`id`),
  UNIQUE KEY `visit_ticket_key` (`ticket`),
  CONSTRAINT `visit_price_check` CHECK (price >= 0),
  KEY `visit_place` (`place`, `id` DESC),
  KEY `visit_person_id_fkey` (`person_id`),
  CONSTRAINT `visit_person_id_fkey` FOREIGN KEY (`person_id`) REFERENCES `person` (`id`) ON DELETE CASCADE
) COMMENT='who was where';
INSERT INTO `visit` (`id`, `place`, `price`) VALUES (7, 'Zürich', 1.50);
-- back
DELETE FROM `visit` WHERE `id` = 7;
SELECT table_name FROM information_schema.referential_constraints WHERE unique_constraint_schema = DATABASE() AND referenced_table_name = 'visit' AND table_name <> referenced_table_name;
ALTER TABLE `visit` DROP FOREIGN KEY `visit_person_id_fkey`;
ALTER TABLE `visit` DROP INDEX `visit_place`;
ALTER TABLE `visit` DROP INDEX `visit_person_id_fkey`;
ALTER TABLE `visit` DROP CONSTRAINT `visit_price_check`;
ALTER TABLE `visit` RENAME TO `helium_stash_ops_2_1`;

-- create_trigger
CREATE TRIGGER note_kept BEFORE INSERT ON note FOR EACH ROW SET NEW.text = trim(NEW.text);
-- back
DROP TRIGGER `note_kept`;

-- create_view
CREATE VIEW `names` AS SELECT id, name FROM person;
-- back
DROP VIEW `names`;

-- delete
CREATE TABLE `helium_stash_ops_2_1` (PRIMARY KEY (`id`)) AS SELECT `id`, `account_id`, `text` FROM `note` WHERE 1 = 0;
INSERT INTO `helium_stash_ops_2_1` (`id`, `account_id`, `text`) SELECT `id`, `account_id`, `text` FROM `note` WHERE id > 500;
DELETE t FROM `note` t JOIN `helium_stash_ops_2_1` s ON s.`id` = t.`id`;
-- back
SELECT `id` FROM `helium_stash_ops_2_1` s WHERE EXISTS (SELECT 1 FROM `note` t WHERE t.`id` = s.`id`);
INSERT INTO `note` (`id`, `account_id`, `text`) SELECT `id`, `account_id`, `text` FROM `helium_stash_ops_2_1` s WHERE NOT EXISTS (SELECT 1 FROM `note` t WHERE t.`id` = s.`id`);
DROP TABLE `helium_stash_ops_2_1`;

-- drop_blob_column
ALTER TABLE `person` RENAME COLUMN `photo` TO `helium_stash_ops_2_1`;
CREATE TABLE `helium_stash_ops_2_1` (PRIMARY KEY (`id`)) AS SELECT `id`, `helium_stash_ops_2_1` AS `photo` FROM `person` WHERE 1 = 0;
INSERT INTO `helium_stash_ops_2_1` (`id`, `photo`) SELECT `id`, `helium_stash_ops_2_1` AS `photo` FROM `person`;
ALTER TABLE `person` DROP COLUMN `helium_stash_ops_2_1`;
-- back
ALTER TABLE `person` ADD COLUMN `helium_stash_ops_2_1` longblob NULL AFTER `score`;
UPDATE `person` t STRAIGHT_JOIN `helium_stash_ops_2_1` s ON s.`id` = t.`id` SET t.`helium_stash_ops_2_1` = s.`photo`;
SELECT s.`id` FROM `helium_stash_ops_2_1` s LEFT JOIN `person` t ON t.`id` = s.`id` WHERE t.`id` IS NULL AND s.`photo` IS NOT NULL AND (SELECT COUNT(`photo`) FROM `helium_stash_ops_2_1`) <> (SELECT COUNT(`helium_stash_ops_2_1`) FROM `person`);
DROP TABLE `helium_stash_ops_2_1`;
ALTER TABLE `person` RENAME COLUMN `helium_stash_ops_2_1` TO `photo`;

-- drop_column
ALTER TABLE `person` DROP INDEX `person_email_score`;
ALTER TABLE `person` RENAME COLUMN `score` TO `helium_stash_ops_2_1`;
CREATE TABLE `helium_stash_ops_2_1` (PRIMARY KEY (`id`)) AS SELECT `id`, `helium_stash_ops_2_1` AS `score` FROM `person` WHERE 1 = 0;
INSERT INTO `helium_stash_ops_2_1` (`id`, `score`) SELECT `id`, `helium_stash_ops_2_1` AS `score` FROM `person`;
ALTER TABLE `person` DROP COLUMN `helium_stash_ops_2_1`;
-- back
ALTER TABLE `person` ADD COLUMN `helium_stash_ops_2_1` decimal(10,2) NULL AFTER `email`;
UPDATE `person` t STRAIGHT_JOIN `helium_stash_ops_2_1` s ON s.`id` = t.`id` SET t.`helium_stash_ops_2_1` = s.`score`;
SELECT s.`id` FROM `helium_stash_ops_2_1` s LEFT JOIN `person` t ON t.`id` = s.`id` WHERE t.`id` IS NULL AND s.`score` IS NOT NULL AND (SELECT COUNT(`score`) FROM `helium_stash_ops_2_1`) <> (SELECT COUNT(`helium_stash_ops_2_1`) FROM `person`);
DROP TABLE `helium_stash_ops_2_1`;
ALTER TABLE `person` RENAME COLUMN `helium_stash_ops_2_1` TO `score`;
CREATE INDEX `person_email_score` ON `person` (`email`, `score`);

-- drop_column_with_all_that_stands_on_it
ALTER TABLE `person` DROP INDEX `person_email_score`;
ALTER TABLE `person` DROP INDEX `person_email_key`;
ALTER TABLE `person` RENAME COLUMN `email` TO `helium_stash_ops_2_1`;
CREATE TABLE `helium_stash_ops_2_1` (PRIMARY KEY (`id`)) AS SELECT `id`, `helium_stash_ops_2_1` AS `email` FROM `person` WHERE 1 = 0;
INSERT INTO `helium_stash_ops_2_1` (`id`, `email`) SELECT `id`, `helium_stash_ops_2_1` AS `email` FROM `person`;
ALTER TABLE `person` DROP COLUMN `helium_stash_ops_2_1`;
ALTER TABLE `person` DROP FOREIGN KEY `person_account_id_fkey`;
ALTER TABLE `person` DROP INDEX `person_account_id_fkey`;
ALTER TABLE `person` RENAME COLUMN `account_id` TO `helium_stash_ops_2_2`;
CREATE TABLE `helium_stash_ops_2_2` (PRIMARY KEY (`id`)) AS SELECT `id`, `helium_stash_ops_2_2` AS `account_id` FROM `person` WHERE 1 = 0;
INSERT INTO `helium_stash_ops_2_2` (`id`, `account_id`) SELECT `id`, `helium_stash_ops_2_2` AS `account_id` FROM `person`;
ALTER TABLE `person` DROP COLUMN `helium_stash_ops_2_2`;
-- back
ALTER TABLE `person` ADD COLUMN `helium_stash_ops_2_2` int NULL AFTER `photo`;
UPDATE `person` t STRAIGHT_JOIN `helium_stash_ops_2_2` s ON s.`id` = t.`id` SET t.`helium_stash_ops_2_2` = s.`account_id`;
SELECT s.`id` FROM `helium_stash_ops_2_2` s LEFT JOIN `person` t ON t.`id` = s.`id` WHERE t.`id` IS NULL AND s.`account_id` IS NOT NULL AND (SELECT COUNT(`account_id`) FROM `helium_stash_ops_2_2`) <> (SELECT COUNT(`helium_stash_ops_2_2`) FROM `person`);
DROP TABLE `helium_stash_ops_2_2`;
ALTER TABLE `person` RENAME COLUMN `helium_stash_ops_2_2` TO `account_id`;
CREATE INDEX `person_account_id_fkey` ON `person` (`account_id`);
ALTER TABLE `person` ADD CONSTRAINT `person_account_id_fkey` FOREIGN KEY (`account_id`) REFERENCES `account` (`id`);
ALTER TABLE `person` ADD COLUMN `helium_stash_ops_2_1` varchar(255) NULL AFTER `name`;
UPDATE `person` t STRAIGHT_JOIN `helium_stash_ops_2_1` s ON s.`id` = t.`id` SET t.`helium_stash_ops_2_1` = s.`email`;
SELECT s.`id` FROM `helium_stash_ops_2_1` s LEFT JOIN `person` t ON t.`id` = s.`id` WHERE t.`id` IS NULL AND s.`email` IS NOT NULL AND (SELECT COUNT(`email`) FROM `helium_stash_ops_2_1`) <> (SELECT COUNT(`helium_stash_ops_2_1`) FROM `person`);
DROP TABLE `helium_stash_ops_2_1`;
ALTER TABLE `person` RENAME COLUMN `helium_stash_ops_2_1` TO `email`;
ALTER TABLE `person` ADD UNIQUE KEY `person_email_key` (`email`);
CREATE INDEX `person_email_score` ON `person` (`email`, `score`);

-- drop_constraint
ALTER TABLE `person` DROP FOREIGN KEY `person_account_id_fkey`;
ALTER TABLE `person` DROP INDEX `person_email_key`;
-- back
ALTER TABLE `person` ADD UNIQUE KEY `person_email_key` (`email`);
ALTER TABLE `person` ADD CONSTRAINT `person_account_id_fkey` FOREIGN KEY (`account_id`) REFERENCES `account` (`id`);

-- drop_index
ALTER TABLE `person` DROP INDEX `person_name`;
-- back
CREATE INDEX `person_name` ON `person` (`name`);

-- drop_routine
DROP FUNCTION `thrice`;
-- back
CREATE FUNCTION `thrice`(n int) RETURNS int DETERMINISTIC RETURN n * 3;

-- drop_schema
CREATE SCHEMA `helium_annex_gone`;
DROP SCHEMA `helium_annex_gone`;
CREATE SCHEMA `helium_annex_gone`;
CREATE TABLE helium_annex_gone.thing (id integer);
CREATE VIEW `annexed` AS SELECT id FROM helium_annex_gone.thing;
-- back
DROP VIEW `annexed`;
DROP TABLE helium_annex_gone.thing;
DROP SCHEMA `helium_annex_gone`;
CREATE SCHEMA `helium_annex_gone`;
DROP SCHEMA `helium_annex_gone`;

-- drop_table
SELECT table_name FROM information_schema.referential_constraints WHERE unique_constraint_schema = DATABASE() AND referenced_table_name = 'note' AND table_name <> referenced_table_name;
ALTER TABLE `note` DROP INDEX `note_account_id`;
ALTER TABLE `note` RENAME TO `helium_stash_ops_2_1`;
-- back
ALTER TABLE `helium_stash_ops_2_1` RENAME TO `note`;
CREATE INDEX `note_account_id` ON `note` (`account_id`);

-- drop_trigger
DROP TRIGGER `shelf_kept`;
-- back
CREATE TRIGGER shelf_kept BEFORE INSERT ON shelf FOR EACH ROW SET NEW.kind = lower(NEW.kind);

-- drop_view
DROP VIEW `rich`;
-- back
CREATE VIEW `rich` AS SELECT id, name FROM person WHERE id > 900;

-- grant
CREATE USER IF NOT EXISTS 'helium_reader'@'localhost';
GRANT SELECT ON `person` TO 'helium_reader'@'localhost';
GRANT INSERT ON `person` TO 'helium_reader'@'localhost';
-- back
REVOKE INSERT ON `person` FROM 'helium_reader'@'localhost';
REVOKE SELECT ON `person` FROM 'helium_reader'@'localhost';
DROP USER IF EXISTS 'helium_reader'@'localhost';

-- insert
INSERT INTO `account` (`id`, `title`) VALUES (5000, 'it''s new');
INSERT INTO `account` (`id`, `title`) VALUES (5001, '日本');
-- back
DELETE FROM `account` WHERE `id` = 5001;
DELETE FROM `account` WHERE `id` = 5000;

-- merge_table
ALTER TABLE `person` ADD COLUMN `hobby` varchar(400) NULL;
ALTER TABLE `person` ADD COLUMN `picture` longblob NULL;
UPDATE `person` t JOIN `extra` s ON s.`id` = t.`id` SET t.`hobby` = s.`hobby`, t.`picture` = s.`picture`;
SELECT table_name FROM information_schema.referential_constraints WHERE unique_constraint_schema = DATABASE() AND referenced_table_name = 'extra' AND table_name <> referenced_table_name;
ALTER TABLE `extra` RENAME TO `helium_stash_ops_2_1_3`;
-- back
ALTER TABLE `helium_stash_ops_2_1_3` RENAME TO `extra`;
UPDATE `extra` t STRAIGHT_JOIN `person` s ON s.`id` = t.`id` SET t.`hobby` = s.`hobby`, t.`picture` = s.`picture`;
ALTER TABLE `person` RENAME COLUMN `picture` TO `helium_stash_ops_2_1_2`;
CREATE TABLE `helium_stash_ops_2_1_2` (PRIMARY KEY (`id`)) AS SELECT `id`, `helium_stash_ops_2_1_2` AS `picture` FROM `person` WHERE 1 = 0;
INSERT INTO `helium_stash_ops_2_1_2` (`id`, `picture`) SELECT `id`, `helium_stash_ops_2_1_2` AS `picture` FROM `person`;
ALTER TABLE `person` DROP COLUMN `helium_stash_ops_2_1_2`;
ALTER TABLE `person` RENAME COLUMN `hobby` TO `helium_stash_ops_2_1`;
CREATE TABLE `helium_stash_ops_2_1` (PRIMARY KEY (`id`)) AS SELECT `id`, `helium_stash_ops_2_1` AS `hobby` FROM `person` WHERE 1 = 0;
INSERT INTO `helium_stash_ops_2_1` (`id`, `hobby`) SELECT `id`, `helium_stash_ops_2_1` AS `hobby` FROM `person`;
ALTER TABLE `person` DROP COLUMN `helium_stash_ops_2_1`;

-- rename_column
ALTER TABLE `note` RENAME COLUMN `account_id` TO `account`;
-- back
ALTER TABLE `note` RENAME COLUMN `account` TO `account_id`;

-- rename_constraint
ALTER TABLE `person` DROP INDEX `person_email_key`;
ALTER TABLE `person` ADD UNIQUE KEY `one_email_each` (`email`);
-- back
ALTER TABLE `person` DROP INDEX `one_email_each`;
ALTER TABLE `person` ADD UNIQUE KEY `person_email_key` (`email`);

-- rename_index
ALTER TABLE `person` RENAME INDEX `person_name` TO `person_by_name`;
-- back
ALTER TABLE `person` RENAME INDEX `person_by_name` TO `person_name`;

-- rename_table
ALTER TABLE `note` RENAME TO `remark`;
-- back
ALTER TABLE `remark` RENAME TO `note`;

-- replace_routine
DROP FUNCTION `thrice`;
CREATE FUNCTION `thrice`(n int) RETURNS int DETERMINISTIC RETURN n + n + n;
-- back
DROP FUNCTION `thrice`;
CREATE FUNCTION `thrice`(n int) RETURNS int DETERMINISTIC RETURN n * 3;

-- replace_view
DROP VIEW `rich`;
CREATE VIEW `rich` AS SELECT id, name, email FROM person WHERE score > 100;
-- back
DROP VIEW `rich`;
CREATE VIEW `rich` AS SELECT id, name FROM person WHERE id > 900;

-- revoke
CREATE USER IF NOT EXISTS 'helium_writer'@'localhost';
GRANT SELECT ON `person` TO 'helium_writer'@'localhost';
GRANT INSERT ON `person` TO 'helium_writer'@'localhost';
REVOKE INSERT ON `person` FROM 'helium_writer'@'localhost';
-- back
GRANT INSERT ON `person` TO 'helium_writer'@'localhost';
REVOKE INSERT ON `person` FROM 'helium_writer'@'localhost';
REVOKE SELECT ON `person` FROM 'helium_writer'@'localhost';
DROP USER IF EXISTS 'helium_writer'@'localhost';

-- set_comment
ALTER TABLE `person` COMMENT='who buys';
ALTER TABLE `person` MODIFY COLUMN `score` decimal(10,2) NULL COMMENT 'how much';
-- back
ALTER TABLE `person` MODIFY COLUMN `score` decimal(10,2) NULL;
ALTER TABLE `person` COMMENT='';

-- split_table
CREATE TABLE `portrait` (
  `id` int NOT NULL,
  `photo` longblob NULL,
  PRIMARY KEY (`id`)
);
ALTER TABLE `person` RENAME COLUMN `photo` TO `helium_stash_ops_2_1`;
INSERT INTO `portrait` (`id`, `photo`) SELECT `id`, `helium_stash_ops_2_1` FROM `person`;
ALTER TABLE `person` DROP COLUMN `helium_stash_ops_2_1`;
-- back
SELECT s.`id` FROM `portrait` s LEFT JOIN `person` t ON t.`id` = s.`id` WHERE t.`id` IS NULL;
ALTER TABLE `person` ADD COLUMN `helium_stash_ops_2_1` longblob NULL AFTER `score`;
UPDATE `person` t STRAIGHT_JOIN `portrait` s ON s.`id` = t.`id` SET t.`helium_stash_ops_2_1` = s.`photo`;
SELECT s.`id` FROM `portrait` s LEFT JOIN `person` t ON t.`id` = s.`id` WHERE t.`id` IS NULL AND s.`photo` IS NOT NULL AND (SELECT COUNT(`photo`) FROM `portrait`) <> (SELECT COUNT(`helium_stash_ops_2_1`) FROM `person`);
ALTER TABLE `person` RENAME COLUMN `helium_stash_ops_2_1` TO `photo`;
DROP TABLE `portrait`;

-- sql
CREATE TABLE thing (id integer);
-- back
DROP TABLE thing;

-- update
CREATE TABLE `helium_stash_ops_2_1` (PRIMARY KEY (`id`)) AS SELECT `id`, `note`, `score` FROM `person` WHERE 1 = 0;
INSERT INTO `helium_stash_ops_2_1` (`id`, `note`, `score`) SELECT `id`, `note`, `score` FROM `person` WHERE score IS NOT NULL;
UPDATE `person` SET `note` = 'changed', `score` = score + 1 WHERE EXISTS (SELECT 1 FROM `helium_stash_ops_2_1` s WHERE s.`id` = `person`.`id`);
-- back
SELECT s.`id` FROM `helium_stash_ops_2_1` s LEFT JOIN `person` t ON t.`id` = s.`id` WHERE t.`id` IS NULL;
UPDATE `person` t JOIN `helium_stash_ops_2_1` s ON s.`id` = t.`id` SET t.`note` = s.`note`, t.`score` = s.`score`;
DROP TABLE `helium_stash_ops_2_1`;

