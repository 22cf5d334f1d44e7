-- users_0020.lua
-- Tells when a user was made.
--
-- CHANGELOG
-- 1.1.0 - 2026-10-21 - With a default
-- 1.0.0 - 2026-10-20 - Initial creation

return {
  table = "users",

  forward = function(queries)
    table.insert(queries, {
      sql = [=[ ALTER TABLE ${SCHEMA}${TABLE} ADD COLUMN created_at TIMESTAMP DEFAULT now() ]=],
      description = "Add the column created_at",
    })
  end,

  reverse = function(queries)
    table.insert(queries, {
      sql = [=[ ALTER TABLE ${SCHEMA}${TABLE} DROP COLUMN created_at ]=],
      description = "Drop the column created_at",
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
              "object_ref": "20",
              "table": [
                { "name": "id", "datatype": "serial", "nullable": false, "primary_key": true, "unique": true },
                { "name": "email", "datatype": "varchar(255)", "nullable": false, "primary_key": false, "unique": true },
                { "name": "created_at", "datatype": "timestamp", "nullable": true, "primary_key": false, "unique": false }
              ]
            }
          ]
        }
      ]=],
      description = "users",
    })
  end,
}
