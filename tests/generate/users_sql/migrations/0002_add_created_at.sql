-- Migration: 0002_add_created_at
-- Description: Add created at
-- Date: 2026-10-20

-- UP
BEGIN;

ALTER TABLE users ADD COLUMN created_at TIMESTAMP;
ALTER TABLE users ALTER COLUMN created_at SET DEFAULT now();

COMMIT;

-- DOWN
BEGIN;

ALTER TABLE users DROP COLUMN created_at;

COMMIT;
