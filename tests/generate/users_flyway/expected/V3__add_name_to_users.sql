-- Proved by folding the text: no server ran it.
ALTER TABLE users ADD COLUMN name VARCHAR(255);
-- REVIEW: rows that are there get '' in users.name
UPDATE users SET name = '' WHERE name IS NULL;
ALTER TABLE users ALTER COLUMN name SET NOT NULL;
ALTER TABLE users ADD COLUMN updated_at TIMESTAMP DEFAULT now();
CREATE INDEX users_email_idx ON users (email);
