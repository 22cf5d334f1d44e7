-- 000001_create_users.up.sql
BEGIN;
CREATE TABLE "users" (
  "id" SERIAL PRIMARY KEY,
  "email" VARCHAR(255) UNIQUE NOT NULL
);
COMMIT;
