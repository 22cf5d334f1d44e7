-- 000002_add_created_at.down.sql
BEGIN;
ALTER TABLE "users" DROP COLUMN "created_at";
COMMIT;
