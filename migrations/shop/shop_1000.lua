-- shop_1000.lua
-- Creates the list of countries the shop ships to.
--
-- The simplest kind of migration, and the one to read first. Every migration has three sections:
-- `forward` changes the database, `reverse` takes exactly that back, last statement first, and
-- `diagram` describes the result. ${NAME} is a macro: the dialect of the database decides what it
-- becomes (`helium macros` lists them, `helium expand FILE --dialect db2` shows the outcome).
--
-- CHANGELOG
-- 1.0.0 - 2026-11-21 - Initial creation

return {
  table = "countries", -- what ${TABLE} stands for in this file

  forward = function(queries)
    table.insert(queries, {
      sql = [=[
        CREATE TABLE ${SCHEMA}${TABLE} (
          code ${CHAR_2} NOT NULL,
          name ${VARCHAR_100} NOT NULL,
          CONSTRAINT countries_pk PRIMARY KEY (code),
          CONSTRAINT countries_name_unique UNIQUE (name)
        )
      ]=],
      description = "Create the table",
    })

    -- Rows that the program cannot work without belong to the design, like its tables do.
    table.insert(queries, {
      sql = [=[
        INSERT INTO ${SCHEMA}${TABLE} (code, name) VALUES
          ('AT', 'Austria'),
          ('CA', 'Canada'),
          ('CH', 'Switzerland'),
          ('DE', 'Germany'),
          ('FR', 'France'),
          ('GB', 'United Kingdom'),
          ('US', 'United States')
      ]=],
      description = "Fill in the countries",
    })
  end,

  reverse = function(queries)
    -- The rows go with their table, so one statement mirrors both.
    table.insert(queries, {
      sql = [=[ DROP TABLE ${SCHEMA}${TABLE} ]=],
      description = "Drop the table",
    })
  end,

  diagram = function(queries)
    table.insert(queries, {
      sql = [=[
        {
          "diagram": [
            {
              "object_type": "table",
              "object_id": "table.countries",
              "object_ref": "1000",
              "table": [
                { "name": "code", "datatype": "${CHAR_2}", "nullable": false, "primary_key": true, "unique": true },
                { "name": "name", "datatype": "${VARCHAR_100}", "nullable": false, "primary_key": false, "unique": true }
              ]
            }
          ]
        }
      ]=],
      description = "countries",
    })
  end,
}
