-- users_0030.lua
-- Add name to users.
--
-- CHANGELOG
-- 1.0.0 - 2026-11-21 - Initial creation
-- Proved by folding the text: no server ran it.

return {
  table = "users",

  forward = function(queries)
    table.insert(queries, {
      sql = [=[ ALTER TABLE ${SCHEMA}${TABLE} ADD COLUMN name VARCHAR(255) ]=],
      description = "Add the column name",
    })
    -- REVIEW: rows that are there get '' in users.name
    table.insert(queries, {
      sql = [=[ UPDATE ${SCHEMA}${TABLE} SET name = '' WHERE name IS NULL ]=],
      description = "Fill name",
    })
    table.insert(queries, {
      sql = [=[ ALTER TABLE ${SCHEMA}${TABLE} ALTER COLUMN name SET NOT NULL ]=],
      description = "Make name NOT NULL",
    })
    table.insert(queries, {
      sql = [=[ ALTER TABLE ${SCHEMA}${TABLE} ADD COLUMN updated_at TIMESTAMP DEFAULT now() ]=],
      description = "Add the column updated_at",
    })
    table.insert(queries, {
      sql = [=[ CREATE INDEX users_email_idx ON ${SCHEMA}${TABLE} (email) ]=],
      description = "Add the index users_email_idx",
    })
  end,

  reverse = function(queries)
    table.insert(queries, {
      sql = [=[ DROP INDEX users_email_idx ]=],
      description = "Drop the index users_email_idx",
    })
    table.insert(queries, {
      sql = [=[ ALTER TABLE ${SCHEMA}${TABLE} DROP COLUMN updated_at ]=],
      description = "Drop the column updated_at",
    })
    table.insert(queries, {
      sql = [=[ ALTER TABLE ${SCHEMA}${TABLE} DROP COLUMN name ]=],
      description = "Drop the column name",
    })
  end,

  diagram = function(queries)
    table.insert(queries, {
      sql = [=[
        {
          "diagram": [
            {
              "object_type": "table",
              "object_id": "table.users",
              "object_ref": "30",
              "table": [
                { "name": "id", "datatype": "serial", "nullable": false, "primary_key": true, "unique": true },
                { "name": "email", "datatype": "varchar(255)", "nullable": false, "primary_key": false, "unique": true },
                { "name": "name", "datatype": "varchar(255)", "nullable": false, "primary_key": false, "unique": false },
                { "name": "created_at", "datatype": "timestamp", "nullable": true, "primary_key": false, "unique": false },
                { "name": "updated_at", "datatype": "timestamp", "nullable": true, "primary_key": false, "unique": false }
              ]
            }
          ]
        }
      ]=],
      description = "users",
    })
  end,
}
