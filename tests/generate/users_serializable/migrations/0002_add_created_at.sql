-- Migration: 0002_add_created_at
-- Description: Add created at
-- Date: 2026-10-20

-- UP
-- nobody may write beside it
begin isolation level serializable;

ALTER TABLE users ADD COLUMN created_at TIMESTAMP;
ALTER TABLE users ALTER COLUMN created_at SET DEFAULT now();

commit; -- the column is there

-- DOWN
START TRANSACTION
  ISOLATION LEVEL SERIALIZABLE;

ALTER TABLE users DROP COLUMN created_at;

COMMIT;
