-- 000003_add_name_to_users.up.sql
-- Proved by folding the text: no server ran it.
BEGIN;
ALTER TABLE "users" ADD COLUMN "name" VARCHAR(255);
UPDATE "users" SET "name" = email WHERE "name" IS NULL;
ALTER TABLE "users" ALTER COLUMN "name" SET NOT NULL;
ALTER TABLE "users" ADD COLUMN "updated_at" TIMESTAMP DEFAULT now();
CREATE INDEX "users_email_idx" ON "users" ("email");
COMMIT;
