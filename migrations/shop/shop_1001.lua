-- shop_1001.lua
-- Creates the customers.
--
-- ${IDENTITY} is a macro of this design (see the macros*.lua files beside this one): a key that the
-- database hands out. Constraints are named, always as <table>_<what it is>: a later migration
-- needs the name, and so does whoever reads an error message.
--
-- CHANGELOG
-- 1.0.0 - 2026-11-21 - Initial creation

return {
  table = "customers",

  forward = function(queries)
    table.insert(queries, {
      sql = [=[
        CREATE TABLE ${SCHEMA}${TABLE} (
          id ${IDENTITY} NOT NULL,
          email ${VARCHAR_255} NOT NULL,
          name ${VARCHAR_100} NOT NULL,
          phone ${VARCHAR_50},
          status ${VARCHAR_20} DEFAULT 'active' NOT NULL,
          created_at ${TIMESTAMP_TZ} DEFAULT ${NOW} NOT NULL,
          CONSTRAINT customers_pk PRIMARY KEY (id),
          CONSTRAINT customers_email_unique UNIQUE (email),
          CONSTRAINT customers_status_check CHECK (status IN ('active', 'blocked', 'closed'))
        )
      ]=],
      description = "Create the table",
    })

    -- A plain index: the support desk searches customers by name.
    table.insert(queries, {
      sql = [=[ CREATE INDEX customers_name_index ON ${SCHEMA}${TABLE} (name) ]=],
      description = "Index the names",
    })
  end,

  reverse = function(queries)
    table.insert(queries, {
      sql = [=[ DROP TABLE ${SCHEMA}${TABLE} ]=],
      description = "Drop the table, and its index with it",
    })
  end,

  diagram = function(queries)
    table.insert(queries, {
      sql = [=[
        {
          "diagram": [
            {
              "object_type": "table",
              "object_id": "table.customers",
              "object_ref": "1001",
              "table": [
                { "name": "id", "datatype": "${INTEGER_BIG}", "nullable": false, "primary_key": true, "unique": true },
                { "name": "email", "datatype": "${VARCHAR_255}", "nullable": false, "primary_key": false, "unique": true },
                { "name": "name", "datatype": "${VARCHAR_100}", "nullable": false, "primary_key": false, "unique": false },
                { "name": "phone", "datatype": "${VARCHAR_50}", "nullable": true, "primary_key": false, "unique": false },
                { "name": "status", "datatype": "${VARCHAR_20}", "nullable": false, "primary_key": false, "unique": false },
                { "name": "created_at", "datatype": "${TIMESTAMP_TZ}", "nullable": false, "primary_key": false, "unique": false }
              ]
            }
          ]
        }
      ]=],
      description = "customers",
    })
  end,
}
