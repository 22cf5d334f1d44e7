-- 000002_add_created_at.up.sql
BEGIN;
ALTER TABLE "users" ADD COLUMN "created_at" TIMESTAMP DEFAULT now();
COMMIT;
