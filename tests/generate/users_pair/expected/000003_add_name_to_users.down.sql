-- 000003_add_name_to_users.down.sql
-- Proved by folding the text: no server ran it.
BEGIN;
DROP INDEX "users_email_idx";
ALTER TABLE "users" DROP COLUMN "updated_at";
ALTER TABLE "users" DROP COLUMN "name";
COMMIT;
