-- 000001_create_users.down.sql
BEGIN;
DROP TABLE "users";
COMMIT;
