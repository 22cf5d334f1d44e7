-- users_0010.lua
-- Creates the users.
--
-- CHANGELOG
-- 1.0.0 - 2026-10-02 - Initial creation

return {
  table = "users",

  forward = function(queries)
    table.insert(queries, {
      sql = [=[
        CREATE TABLE ${SCHEMA}${TABLE} (
          id SERIAL PRIMARY KEY,
          email VARCHAR(255) UNIQUE NOT NULL
        )
      ]=],
      description = "Create the table",
    })
  end,

  reverse = function(queries)
    table.insert(queries, {
      sql = [=[ DROP TABLE ${SCHEMA}${TABLE} ]=],
      description = "Drop the table",
    })
  end,
}
