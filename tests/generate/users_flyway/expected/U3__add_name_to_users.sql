-- Proved by folding the text: no server ran it.
DROP INDEX users_email_idx;
ALTER TABLE users DROP COLUMN updated_at;
ALTER TABLE users DROP COLUMN name;
