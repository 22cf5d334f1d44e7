-- Migration: 0001_create_users
-- Description: Create the users
-- Date: 2026-10-02

-- UP
BEGIN;

CREATE TABLE users (
  id SERIAL PRIMARY KEY,
  email VARCHAR(255) UNIQUE NOT NULL
);

COMMIT;

-- DOWN
BEGIN;

DROP TABLE users;

COMMIT;
