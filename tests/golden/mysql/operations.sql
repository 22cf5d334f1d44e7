-- add_check
ALTER TABLE `person` ADD CONSTRAINT `person_has_name` CHECK (name <> 'nobody');
-- back
ALTER TABLE `person` DROP CONSTRAINT `person_has_name`;

-- add_column
ALTER TABLE `person` ADD COLUMN `nick` varchar(40) NULL COMMENT 'what friends say';
ALTER TABLE `person` ADD COLUMN `visits` int NOT NULL DEFAULT 0;
-- back
CREATE TABLE `helium_stash_ops_2_2` (PRIMARY KEY (`id`)) AS SELECT `id`, `visits` FROM `person`;
ALTER TABLE `person` DROP COLUMN `visits`;
CREATE TABLE `helium_stash_ops_2_1` (PRIMARY KEY (`id`)) AS SELECT `id`, `nick` FROM `person`;
ALTER TABLE `person` DROP COLUMN `nick`;

-- add_column_backfilled
ALTER TABLE `person` ADD COLUMN `label` varchar(100) NULL;
UPDATE `person` SET `label` = name WHERE `label` IS NULL;
ALTER TABLE `person` MODIFY COLUMN `label` varchar(100) NOT NULL;
-- back
CREATE TABLE `helium_stash_ops_2_1` (PRIMARY KEY (`id`)) AS SELECT `id`, `label` FROM `person`;
ALTER TABLE `person` DROP COLUMN `label`;

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

-- alter_column_null
ALTER TABLE `person` MODIFY COLUMN `name` varchar(100) NULL;
-- back
ALTER TABLE `person` MODIFY COLUMN `name` varchar(100) NOT NULL;

-- backfill
CREATE TABLE `helium_stash_ops_2_1` (PRIMARY KEY (`id`)) AS SELECT `id`, `score` FROM `person` WHERE `score` IS NULL;
UPDATE `person` SET `score` = 0 WHERE `score` IS NULL;
-- back
SELECT `id` FROM `helium_stash_ops_2_1` s WHERE NOT EXISTS (SELECT 1 FROM `person` t WHERE t.`id` = s.`id`);
UPDATE `person` t JOIN `helium_stash_ops_2_1` s ON s.`id` = t.`id` SET t.`score` = s.`score`;
DROP TABLE `helium_stash_ops_2_1`;

-- copy
CREATE TABLE `helium_stash_ops_2_1` AS SELECT `id`, `title` FROM `account` WHERE 1 = 0;
INSERT INTO `helium_stash_ops_2_1` (`id`, `title`) SELECT id + 10000, text FROM note WHERE id <= 20;
INSERT INTO `account` (`id`, `title`) SELECT `id`, `title` FROM `helium_stash_ops_2_1`;
-- back
SELECT `id` FROM `helium_stash_ops_2_1` s WHERE NOT EXISTS (SELECT 1 FROM `account` t WHERE t.`id` = s.`id`);
DELETE FROM `account` WHERE EXISTS (SELECT 1 FROM `helium_stash_ops_2_1` s WHERE s.`id` = `account`.`id`);
DROP TABLE `helium_stash_ops_2_1`;

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
  CONSTRAINT `visit_person_id_fkey` FOREIGN KEY (`person_id`) REFERENCES `person` (`id`) ON DELETE CASCADE
) COMMENT='who was where';
INSERT INTO `visit` (`id`, `place`, `price`) VALUES (7, 'Zürich', 1.50);
-- back
DELETE FROM `visit` WHERE `id` = 7;
ALTER TABLE `visit` DROP FOREIGN KEY `visit_person_id_fkey`;
ALTER TABLE `visit` DROP INDEX `visit_place`;
ALTER TABLE `visit` DROP CONSTRAINT `visit_price_check`;
ALTER TABLE `visit` RENAME TO `helium_stash_ops_2_1`;

-- create_view
CREATE VIEW `names` AS SELECT id, name FROM person;
-- back
DROP VIEW `names`;

-- delete
CREATE TABLE `helium_stash_ops_2_1` (PRIMARY KEY (`id`)) AS SELECT `id`, `account_id`, `text` FROM `note` WHERE id > 500;
DELETE FROM `note` WHERE id > 500;
-- back
SELECT `id` FROM `helium_stash_ops_2_1` s WHERE EXISTS (SELECT 1 FROM `note` t WHERE t.`id` = s.`id`);
INSERT INTO `note` (`id`, `account_id`, `text`) SELECT `id`, `account_id`, `text` FROM `helium_stash_ops_2_1` s WHERE NOT EXISTS (SELECT 1 FROM `note` t WHERE t.`id` = s.`id`);
DROP TABLE `helium_stash_ops_2_1`;

-- drop_blob_column
CREATE TABLE `helium_stash_ops_2_1` (PRIMARY KEY (`id`)) AS SELECT `id`, `photo` FROM `person`;
ALTER TABLE `person` DROP COLUMN `photo`;
-- back
ALTER TABLE `person` ADD COLUMN `photo` longblob NULL AFTER `score`;
SELECT `id` FROM `helium_stash_ops_2_1` s WHERE NOT EXISTS (SELECT 1 FROM `person` t WHERE t.`id` = s.`id`);
UPDATE `person` t JOIN `helium_stash_ops_2_1` s ON s.`id` = t.`id` SET t.`photo` = s.`photo`;
DROP TABLE `helium_stash_ops_2_1`;

-- drop_column
CREATE TABLE `helium_stash_ops_2_1` (PRIMARY KEY (`id`)) AS SELECT `id`, `score` FROM `person`;
ALTER TABLE `person` DROP INDEX `person_email_score`;
ALTER TABLE `person` DROP COLUMN `score`;
-- back
ALTER TABLE `person` ADD COLUMN `score` decimal(10,2) NULL AFTER `email`;
SELECT `id` FROM `helium_stash_ops_2_1` s WHERE NOT EXISTS (SELECT 1 FROM `person` t WHERE t.`id` = s.`id`);
UPDATE `person` t JOIN `helium_stash_ops_2_1` s ON s.`id` = t.`id` SET t.`score` = s.`score`;
CREATE INDEX `person_email_score` ON `person` (`email`, `score`);
DROP TABLE `helium_stash_ops_2_1`;

-- drop_column_with_all_that_stands_on_it
CREATE TABLE `helium_stash_ops_2_1` (PRIMARY KEY (`id`)) AS SELECT `id`, `email` FROM `person`;
ALTER TABLE `person` DROP INDEX `person_email_score`;
ALTER TABLE `person` DROP INDEX `person_email_key`;
ALTER TABLE `person` DROP COLUMN `email`;
CREATE TABLE `helium_stash_ops_2_2` (PRIMARY KEY (`id`)) AS SELECT `id`, `account_id` FROM `person`;
ALTER TABLE `person` DROP FOREIGN KEY `person_account_id_fkey`;
ALTER TABLE `person` DROP COLUMN `account_id`;
-- back
ALTER TABLE `person` ADD COLUMN `account_id` int NULL AFTER `photo`;
SELECT `id` FROM `helium_stash_ops_2_2` s WHERE NOT EXISTS (SELECT 1 FROM `person` t WHERE t.`id` = s.`id`);
UPDATE `person` t JOIN `helium_stash_ops_2_2` s ON s.`id` = t.`id` SET t.`account_id` = s.`account_id`;
ALTER TABLE `person` ADD CONSTRAINT `person_account_id_fkey` FOREIGN KEY (`account_id`) REFERENCES `account` (`id`);
DROP TABLE `helium_stash_ops_2_2`;
ALTER TABLE `person` ADD COLUMN `email` varchar(255) NULL AFTER `name`;
SELECT `id` FROM `helium_stash_ops_2_1` s WHERE NOT EXISTS (SELECT 1 FROM `person` t WHERE t.`id` = s.`id`);
UPDATE `person` t JOIN `helium_stash_ops_2_1` s ON s.`id` = t.`id` SET t.`email` = s.`email`;
ALTER TABLE `person` ADD UNIQUE KEY `person_email_key` (`email`);
CREATE INDEX `person_email_score` ON `person` (`email`, `score`);
DROP TABLE `helium_stash_ops_2_1`;

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

-- drop_table
ALTER TABLE `note` DROP INDEX `note_account_id`;
ALTER TABLE `note` RENAME TO `helium_stash_ops_2_1`;
-- back
ALTER TABLE `helium_stash_ops_2_1` RENAME TO `note`;
CREATE INDEX `note_account_id` ON `note` (`account_id`);

-- drop_view
DROP VIEW `rich`;
-- back
CREATE VIEW `rich` AS SELECT id, name FROM person WHERE id > 900;

-- insert
INSERT INTO `account` (`id`, `title`) VALUES (5000, 'it''s new');
INSERT INTO `account` (`id`, `title`) VALUES (5001, '日本');
-- back
DELETE FROM `account` WHERE `id` = 5001;
DELETE FROM `account` WHERE `id` = 5000;

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

-- replace_view
DROP VIEW `rich`;
CREATE VIEW `rich` AS SELECT id, name, email FROM person WHERE score > 100;
-- back
DROP VIEW `rich`;
CREATE VIEW `rich` AS SELECT id, name FROM person WHERE id > 900;

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
INSERT INTO `portrait` (`id`, `photo`) SELECT `id`, `photo` FROM `person`;
ALTER TABLE `person` DROP COLUMN `photo`;
-- back
ALTER TABLE `person` ADD COLUMN `photo` longblob NULL AFTER `score`;
SELECT `id` FROM `portrait` s WHERE NOT EXISTS (SELECT 1 FROM `person` t WHERE t.`id` = s.`id`);
UPDATE `person` t JOIN `portrait` s ON s.`id` = t.`id` SET t.`photo` = s.`photo`;
DROP TABLE `portrait`;

-- update
CREATE TABLE `helium_stash_ops_2_1` (PRIMARY KEY (`id`)) AS SELECT `id`, `note`, `score` FROM `person` WHERE score IS NOT NULL;
UPDATE `person` SET `note` = 'changed', `score` = score + 1 WHERE score IS NOT NULL;
-- back
SELECT `id` FROM `helium_stash_ops_2_1` s WHERE NOT EXISTS (SELECT 1 FROM `person` t WHERE t.`id` = s.`id`);
UPDATE `person` t JOIN `helium_stash_ops_2_1` s ON s.`id` = t.`id` SET t.`note` = s.`note`, t.`score` = s.`score`;
DROP TABLE `helium_stash_ops_2_1`;

